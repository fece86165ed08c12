# Two commands on a fresh Debian machine with Swift: `make demo` and `make test`.
SWIFT ?= swift
# Linked statically: a command starts in half the time (no dozen libraries to load).
RELEASE = $(SWIFT) build -c release --static-swift-stdlib --product xsell
XSELL = $(shell $(SWIFT) build -c release --show-bin-path)/xsell
FORMATTED = Package.swift Sources Tests Benchmarks schema profiles

.PHONY: demo test lint build setup bench clean

demo: build
	$(XSELL) demo

test: setup lint
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error
	$(SWIFT) test --skip-build

lint:
	$(SWIFT) format lint --strict --recursive --parallel $(FORMATTED)

build: setup
	$(RELEASE)

bench: build
	Benchmarks/night $(XSELL)

setup:
	@scripts/setup

clean:
	-$(XSELL) demo stop
	rm -rf .build
