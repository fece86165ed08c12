"""Thresholds, those of xsell's default policy where it has one."""
HORIZON = 3  # months
HISTORY = 24  # months
SEED = 20260701

ABSURD_AMOUNT = 1e12

COHORT_MEMBERS = 50

PROFILES = range(2, 9)
PROFILE_SAMPLE = 20_000
REFERENCE_SHARE = 0.5
PRIOR_MEMBERS = 20  # clients that a cohort's parent weighs as much as
MINIMUM_HOLDERS = 10
CHARACTERISTIC, CHARACTERISTIC_LIFT, LEAST_CHARACTERISTIC = 0.3, 2.0, 0.1

DORMANT_MONTHS, UNDER_USED_SHARE, ACTIVE_SHARE = 3, 0.25, 0.5
REVIVAL, REVIVAL_CASES = 0.1, 20  # chance that a quiet product comes to life, where the past says nothing

PAIRS, NEGATIVES = 400_000, 20
EXPLAINED_RANKS, DRIVERS = 3, 3

LOW, TYPICAL, HIGH = 0.2, 0.5, 0.8
SIZES = 3
PRIOR_HOLDERS = 20

ONBOARDING_MONTHS, BASELINE_MONTHS = 3, 3
GROWTH, DECLINE, LEAVING = (0.2, 0.08), (0.3, 0.15), (0.7, 0.5)  # to enter, to stay
NOISE_MULTIPLE = 1.5
SILENT_MONTHS, LEFT_MONTHS, RETURN_AFTER, RETURNED_MONTHS = 3, 12, 6, 6
YEAR_ON_YEAR = 15

RFM_NEW, RFM_RECENT, RFM_LOST, RFM_ALWAYS, RFM_ACTIVE = 3, 1, 12, 0.75, 30

SURVIVAL_PRIOR, SURVIVAL_TAIL, SURVIVAL_AT_RISK = 50, 12, 30
LIFE_MONTHS, LONGEST_MONTHS, DISCOUNT, ACQUISITION = 60, 240, 0.12, 0.33

MINIMUM_PROBABILITY, MINIMUM_EXPECTED = 0.02, 0.0
OFFER_STAGES = ["growth", "plateau", "returned"]
WIN_BACK_DAYS, WIN_BACK_RAISE = (90, 180, 360), 60
WELCOME_PRODUCTS, WELCOME_DELAY, WELCOME_RAISE = 3, 14, 75
RETURNED_RAISE, RENEW_RAISE = 60, 45
PER_CONVERSATION, LIVE_PER_CLIENT, RAISED_PER_CLIENT, CONTACT_WINDOW = 3, 2, 2, 30
PER_MANAGER, PER_MANAGER_WEEK, LIVE_PER_MANAGER = 10, 30, 40
RETAIN_SHARE, FLOOR_SHARE, FLOOR_DAYS = 0.4, 0.2, 120
CONTROL_SHARE, CONTROL_SALT = 0.0, "xsell"

# In order of precedence: days that it waits for an answer, days in which a result counts as its success, lever, days in which
# it is not raised again.
KINDS = {
    "retain": (30, 90, 2.0, 60), "win_back": (30, 90, 1.0, 30), "returned": (30, 90, 1.0, 180), "welcome": (45, 90, 1.0, 365),
    "renew": (45, 60, 1.0, 30), "offer": (30, 90, 1.0, 30), "activate": (30, 90, 0.8, 60), "deepen": (30, 90, 0.6, 90),
}
CONTEXT = {"growth": 1.2, "leaving": 1.2}
CHANCES = {"win_back": 0.1, "returned": 0.2, "renew": 0.3}
COOL_DOWN = {"declined": 180, "lost": 180, "won": 180, "expired": 30, "withdrawn": 14}
