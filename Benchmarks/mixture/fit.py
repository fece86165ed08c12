"""StepMix and scikit-learn on the clients of mixture-benchmark: name,seconds,log-likelihood a client,iterations."""
import sys
import time
import warnings

import numpy as np
from sklearn.mixture import GaussianMixture
from stepmix.stepmix import StepMix

FEATURES, PRODUCTS = 8, 15
path, components, starts = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
data = np.genfromtxt(path, delimiter=",")
warnings.simplefilter("ignore")

# The same model: independent Gaussians with holes and independent Bernoullis. As many starts; the same tolerance.
model = StepMix(
    components, n_init=starts, max_iter=200, rel_tol=1e-6, abs_tol=0, random_state=1, progress_bar=0, verbose=0,
    init_params="kmeans" if not np.isnan(data).any() else "random",
    measurement={
        "x": {"model": "gaussian_diag_nan", "n_columns": FEATURES}, "b": {"model": "binary", "n_columns": PRODUCTS}})
start = time.perf_counter()
model.fit(data)
print(f"StepMix,{time.perf_counter() - start:.3f},{model.score(data):.6f},{model.n_iter_}")

# It knows neither holes nor products: the mean stands for what is unknown, and products are numbers. Another likelihood,
# so only its time can be compared.
filled = np.where(np.isnan(data), np.nanmean(data, axis=0), data)
start = time.perf_counter()
gaussian = GaussianMixture(
    components, covariance_type="diag", n_init=starts, max_iter=200, tol=1e-4, init_params="kmeans", random_state=1
).fit(filled)
print(f"scikit-learn,{time.perf_counter() - start:.3f},,{gaussian.n_iter_}")
