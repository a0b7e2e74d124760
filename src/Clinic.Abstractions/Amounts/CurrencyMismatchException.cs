namespace Clinic.Abstractions;

/// <summary>Two amounts of different currencies were added, subtracted or compared.</summary>
public sealed class CurrencyMismatchException(Currency left, Currency right)
    : InvalidOperationException($"The currencies {left} and {right} differ.")
{
    /// <summary>The currency on the left.</summary>
    public Currency Left { get; } = left;

    /// <summary>The currency on the right.</summary>
    public Currency Right { get; } = right;
}
