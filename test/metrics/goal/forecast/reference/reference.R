# Writes reference.json, what R says of these series. Run once, by hand: Rscript reference.R > reference.json
# Written by R 4.2.2 with the package forecast 8.20; no test needs R.
suppressMessages(library(forecast))

# Numbers with 17 digits, so that they read back as they were.
json <- function(x) {
  if (is.list(x)) {
    parts <- vapply(x, json, "")
    if (is.null(names(x))) return(paste0("[", paste(parts, collapse = ","), "]"))
    return(paste0("{", paste0("\"", names(x), "\":", parts, collapse = ",\n"), "}"))
  }
  figures <- sprintf("%.17g", x)
  if (length(x) == 1) figures else paste0("[", paste(figures, collapse = ","), "]")
}

names <- c("fdeaths", "ldeaths", "mdeaths", "AirPassengers", "co2", "nottem", "USAccDeaths", "UKDriverDeaths")
fitted <- c("AirPassengers", "nottem", "co2")
plain <- function(x) as.numeric(x)

undamped <- function(x, ...) {
  # On nottem the line search of optim ends early, which R reports as a warning.
  fit <- suppressWarnings(HoltWinters(x, ...))
  ahead <- predict(fit, 24, prediction.interval = TRUE, level = 0.8)
  seasonal <- !is.logical(fit$gamma)
  list(
    alpha = plain(fit$alpha), beta = plain(fit$beta), gamma = if (seasonal) plain(fit$gamma) else 0,
    squaredError = fit$SSE,
    coefficients = plain(fit$coefficients),
    forecast = plain(ahead[, "fit"]),
    upper = plain(ahead[, "upr"])
  )
}

damped <- function(fit) {
  par <- fit$model$par
  value <- function(name) if (name %in% names(par)) par[[name]] else 0
  # forecast keeps the latest season first; the next one is its last.
  at <- function(state) list(level = state[1], trend = state[2], seasons = as.list(rev(state[-(1:2)])))
  list(
    alpha = value("alpha"), beta = value("beta"), gamma = value("gamma"), phi = value("phi"),
    start = at(plain(fit$model$states[1, ])),
    end = at(plain(tail(fit$model$states, 1))),
    fitted = plain(fit$fitted),
    forecast = plain(fit$mean)
  )
}

series <- lapply(setNames(names, names), function(name) {
  x <- get(name)
  list(start = plain(start(x)), values = plain(x))
})

holtWinters <- lapply(setNames(fitted, fitted), function(name) {
  x <- get(name)
  list(
    holt = undamped(x, gamma = FALSE),
    additive = undamped(x, seasonal = "additive"),
    multiplicative = undamped(x, seasonal = "multiplicative"),
    holtDamped = damped(holt(x, h = 24, damped = TRUE)),
    additiveDamped = damped(hw(x, h = 24, seasonal = "additive", damped = TRUE)),
    multiplicativeDamped = damped(hw(x, h = 24, seasonal = "multiplicative", damped = TRUE))
  )
})

lines <- lapply(setNames(fitted, fitted), function(name) {
  x <- plain(get(name))
  at <- seq_along(x)
  fit <- lm(x ~ at)
  ahead <- length(x) + c(2, 12)
  list(
    slope = coef(fit)[[2]], intercept = coef(fit)[[1]], deviation = sigma(fit), ahead = ahead,
    predicted = plain(t(predict(fit, data.frame(at = ahead), interval = "prediction", level = 0.8)))
  )
})

shares <- c(0.6, 0.75, 0.9, 0.95, 0.975, 0.995)
student <- list(
  shares = shares,
  quantiles = lapply(1:100, function(freedom) qt(shares, freedom)),
  normal = qnorm(shares)
)

quantiles <- lapply(setNames(names, names), function(name) plain(quantile(get(name), c(0.1, 0.9), type = 6)))

cat(json(list(series = series, holtWinters = holtWinters, lines = lines, student = student, quantiles = quantiles)), "\n", sep = "")
