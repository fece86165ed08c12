/// How pages look: by day, by night and in print.
enum StyleSheet {
  static let text = """
    :root { color-scheme: light dark; --paper: #fcfcfb; --ink: #1b1b1a; --muted: #6b6a66; --grid: #e4e3df;
      --own: #2a6fca; --other: #9a988f; --leads: #1a7f4b; --loses: #c0392b; --level: #9a7b1a; }
    @media (prefers-color-scheme: dark) { :root { --paper: #1a1a19; --ink: #ecebe7; --muted: #a3a19a;
      --grid: #353432; --own: #6aa5f0; --other: #85837b; --leads: #4cbb82; --loses: #ec7063; --level: #d6b04c; } }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
    main { max-width: 64rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
    h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.15rem; margin: 2.2rem 0 .4rem; }
    p { margin: .3rem 0; max-width: 48rem; } .remark { color: var(--muted); }
    figure { margin: .8rem 0; } svg { width: 100%; height: auto; display: block; }
    svg text { font: 13px system-ui, sans-serif; fill: var(--ink); } svg text.strong { font-weight: 600; }
    svg text.inverse { fill: var(--paper); font-size: 12px; } svg text.tick { fill: var(--muted); font-size: 12px; font-variant-numeric: tabular-nums; }
    .grid { stroke: var(--grid); } .base { stroke: var(--muted); }
    .interval { stroke-width: 2.5; opacity: .55; } .curve { fill: none; stroke: var(--own); stroke-width: 2; }
    line.own { stroke: var(--own); } circle.own, rect.own { fill: var(--own); }
    line.other { stroke: var(--other); } circle.other, rect.other { fill: var(--other); }
    line.leads { stroke: var(--leads); } circle.leads { fill: var(--leads); }
    line.loses { stroke: var(--loses); } circle.loses { fill: var(--loses); }
    line.level { stroke: var(--level); } circle.level { fill: var(--level); }
    .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)); gap: .8rem; margin: 1.2rem 0; }
    .tiles div { border: 1px solid var(--grid); border-radius: 6px; padding: .6rem .8rem; }
    .tiles dt { color: var(--muted); font-size: .8rem; } .tiles dd { margin: 0; font-size: 1.3rem; font-weight: 600; }
    .tiles small { display: block; font-size: .75rem; font-weight: 400; color: var(--muted); }
    rect.heat { fill: var(--own); stroke: var(--paper); }
    .band { fill: var(--own); opacity: .28; } .band.worse { fill: var(--loses); }
    .band.better { fill: var(--leads); } polyline { fill: none; stroke-width: 2; }
    .c0 { stroke: #2a6fca; border-color: #2a6fca; }
    .c1 { stroke: #d17a22; border-color: #d17a22; }
    .c2 { stroke: #1a7f4b; border-color: #1a7f4b; }
    .c3 { stroke: #8b5fbf; border-color: #8b5fbf; }
    .c4 { stroke: #c0392b; border-color: #c0392b; }
    .key.ideal { background: var(--leads); margin-left: .8rem; } rect.ideal { fill: var(--leads); }
    .key.line { height: 0; border-top-style: solid; border-top-width: 3px; border-radius: 0; vertical-align: middle;
      margin-left: .8rem; }
    .key { display: inline-block; width: .8rem; height: .8rem; border-radius: 2px; }
    .key.own { background: var(--own); } .key.other { background: var(--other); margin-left: .8rem; }
    .wide { overflow-x: auto; margin: .8rem 0; }
    table { border-collapse: collapse; font-size: .85rem; font-variant-numeric: tabular-nums; white-space: nowrap; }
    th, td { text-align: left; padding: .2rem .9rem .2rem 0; border-bottom: 1px solid var(--grid); }
    th { color: var(--muted); font-weight: 500; } .right { text-align: right; }
    @media print { :root { color-scheme: light; } main { max-width: none; padding: 0; } figure, table, .tiles { break-inside: avoid; }
      h2 { break-after: avoid; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
    """
}
