namespace Clinic.Dispensing.Spoken.Reading;

/// <summary>An amount as it was said.</summary>
/// <param name="Readings">What the figure may mean; none when it cannot be told.</param>
/// <param name="IsVague">Whether it is a range, a guess or no well-formed figure.</param>
/// <param name="Unit">The unit, or null when none was said.</param>
/// <param name="IsPerKilogram">Whether it is said per kilogram of body weight.</param>
internal sealed record Amount(IReadOnlyList<decimal> Readings, bool IsVague, UnitWord? Unit = null, bool IsPerKilogram = false)
{
    /// <summary>The amount and a fraction more: "dos y media". Of a fraction already, it is no figure.</summary>
    public Amount Plus(decimal fraction) => this with
    {
        Readings = [.. Readings.Select(r => r + fraction)],
        IsVague = IsVague || Readings.Any(r => r != decimal.Truncate(r)),
    };

    public bool IsCertain => !IsVague && Readings.Count == 1;
}
