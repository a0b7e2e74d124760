namespace Clinic.Storage.Turso.Dispensing;

/// <summary>Quantities and amounts as whole millionths, so that the database can compare and sum them exactly.</summary>
internal static class Millionths
{
    private const decimal One = 1_000_000m;

    /// <exception cref="ArgumentOutOfRangeException">The amount is finer than a millionth, or too large; nothing is rounded in silence.</exception>
    public static long Of(decimal amount)
    {
        if (amount is > long.MaxValue / One or < long.MinValue / One || decimal.Truncate(amount * One) != amount * One)
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "The database keeps whole millionths, up to nine million millions.");
        return (long)(amount * One);
    }

    public static long? Of(decimal? amount) => amount is { } known ? Of(known) : null;

    public static decimal Read(long millionths) => millionths / One;
}
