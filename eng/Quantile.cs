namespace CodeReference.Eng;

/// <summary>What is typical of a few figures, and what is nearly the worst.</summary>
internal static class Quantile
{
    /// <summary>The figure in the middle, or between the two there; NaN of none.</summary>
    public static double Median(IEnumerable<double> figures)
    {
        double[] sorted = [.. figures.Order()];
        return sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The figure that one in a hundred exceeds; NaN of none.</summary>
    public static double P99(IEnumerable<double> figures)
    {
        double[] sorted = [.. figures.Order()];
        return sorted.Length == 0 ? double.NaN : sorted[sorted.Length * 99 / 100];
    }
}
