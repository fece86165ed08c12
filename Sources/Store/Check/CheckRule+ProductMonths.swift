import Schema

extension CheckRule {
  static let productMonth: [CheckRule] = [
    .fault(
      "product_month_key_missing", "product_month",
      "months without client, product, month, income or operations are left out",
      "fill in the columns"),
    .fault(
      "product_month_duplicate", "product_month", "months that stand more than once are left out",
      "keep one row a client, product and month"),
    .fault(
      "product_month_endless_month", "product_month", "months of infinity are left out",
      "write the first day of the month"),
    .fault(
      "product_month_not_first_day", "product_month", "months that are not a first day are left out",
      "write the first day of the month"),
    .fault(
      "product_month_orphan", "product_month", "months of clients who are not there are left out",
      "load the client or drop the months"),
    .fault(
      "product_month_unknown_product", "product_month", "months of products that are not there are left out",
      "add the product or correct product_code"),
    .fault(
      "product_month_absurd_amount", "product_month",
      "months with an absurd income or number of operations are left out", "correct it"),
    .fault(
      "product_month_negative_operations", "product_month", "months with less than no operations are left out",
      "correct operations"),
    .future(
      "product_month_future", "product_month",
      "months that are not over on the as-of date are left out, which is no fault"),
    .rows(
      "month_missing", "product_month", .error, .checkMonthMissing,
      "far fewer clients have business in the last complete month than before, so it is not loaded yet",
      "run the night once it is; if business has really stopped, lower check.thin_month_share in the policy"),
    .rows(
      "month_lost", "product_month", .error, .checkMonthLost,
      "of the last three complete months some have business of far fewer clients than the last published run knew, so they are gone or "
        + "loaded in part",
      "see whether the load was cut short; if business was really taken back, lower check.thin_month_share in the policy",
      needs: "xsell.publication"),
    .rows(
      "month_shrank", "product_month", .warning, .checkMonthShrank,
      "of the last three complete months some have business of clearly fewer clients than the last published run knew",
      "see whether the load was complete", needs: "xsell.publication"),
    .rows(
      "month_thin", "product_month", .warning, .checkMonthThin,
      "far fewer clients have business in the last complete month than before, and the night takes them for silent",
      "see whether the month is loaded"),
    .rows(
      "month_light", "product_month", .warning, .checkMonthLight,
      "fewer clients have business in the last complete month than before, and the night takes the others for silent",
      "see whether all of the month is loaded"),
    .rows(
      "month_low", "product_month", .warning, .checkMonthLow,
      "as many clients as before have business in the last complete month, and less of it than in any of the months before",
      "see whether all of the month is loaded"),
    .rows(
      "month_gap", "product_month", .warning, .checkMonthGap,
      "far fewer clients have business in a month than in those around it, and incomes of the year are too low by it",
      "load the month; if business really paused, nothing is to be done"),
    .rows(
      "product_month_lost", "product_month", .error, .checkProductMonthLost,
      "hardly a client has business in the last complete month with a product that half of the bank uses month by month, so it is not "
        + "loaded yet",
      "run the night once it is; if business has really stopped, lower check.thin_month_share in the policy",
      needs: "xsell.publication"),
    .rows(
      "product_month_missing", "product_month", .warning, .checkProductMonthMissing,
      "of the clients that use a product month by month many have no business with it in the last complete month, and the night "
        + "takes that for silence",
      "see whether the product's months are loaded"),
    .rows(
      "month_income_improbable", "product_month", .warning, .checkMonthIncomeImprobable,
      "the income of the last complete month is ten times that of each of the three before, or a tenth",
      "see whether it is in the unit of the months before"),
    .rows(
      "month_operations_missing", "product_month", .warning, .checkMonthOperationsMissing,
      "the last complete month has no operations and those before have, so that clients seem to do nothing",
      "see whether they are loaded"),
    .rows(
      "income_unknown", "product_month", .information, .checkIncomeUnknown,
      "no month brings or costs anything, so income is unknown, and activity as well where there is no month"),
  ]
}
