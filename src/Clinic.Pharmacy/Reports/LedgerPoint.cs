using System.Globalization;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Reports;

/// <summary>A place in the total order of the ledger: occurred, recorded, sequence.</summary>
/// <param name="Occurred">When the movement happened.</param>
/// <param name="Recorded">When it was written down.</param>
/// <param name="Sequence">The store's tie-breaker.</param>
public readonly record struct LedgerPoint(Instant Occurred, Instant Recorded, long Sequence) : IComparable<LedgerPoint>
{
    /// <summary>The place of a stored movement.</summary>
    public static LedgerPoint Of(StockMovement movement)
    {
        ArgumentNullException.ThrowIfNull(movement);
        return new(movement.Occurred, movement.Recorded, movement.Sequence);
    }

    /// <summary>Whether left comes before right.</summary>
    public static bool operator <(LedgerPoint left, LedgerPoint right) => left.CompareTo(right) < 0;

    /// <summary>Whether left comes after right.</summary>
    public static bool operator >(LedgerPoint left, LedgerPoint right) => left.CompareTo(right) > 0;

    /// <summary>Whether left comes before right or is it.</summary>
    public static bool operator <=(LedgerPoint left, LedgerPoint right) => left.CompareTo(right) <= 0;

    /// <summary>Whether left comes after right or is it.</summary>
    public static bool operator >=(LedgerPoint left, LedgerPoint right) => left.CompareTo(right) >= 0;

    /// <summary>Reads the text form without throwing; false when it is none.</summary>
    public static bool TryParse(string? text, out LedgerPoint point)
    {
        point = default;
        var parts = (text ?? "").Split('.');
        if (parts.Length != 3) return false;
        Span<long> numbers = stackalloc long[3];
        for (var i = 0; i < 3; i++)
        {
            if (!long.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]) || (i < 2 && numbers[i] > LatestMicrosecond)) return false;
        }

        point = new(At(numbers[0]), At(numbers[1]), numbers[2]);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(LedgerPoint other) => (Occurred, Recorded, Sequence).CompareTo((other.Occurred, other.Recorded, other.Sequence));

    /// <summary>The text form, such as <c>1772463600000000.1772463600000000.12</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Occurred.ToUnixTimeTicks() / 10}.{Recorded.ToUnixTimeTicks() / 10}.{Sequence}");

    private const long LatestMicrosecond = 250_000_000_000_000_000;

    private static Instant At(long microseconds) => Instant.FromUnixTimeSeconds(microseconds / 1_000_000) + Duration.FromTicks(microseconds % 1_000_000 * 10);
}
