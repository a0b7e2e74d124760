using System.Globalization;

namespace Clinic.Storage.Turso.EmergencyBilling.Reports;

/// <summary>Where a page of changes ended: the instant, stays before tariffs, whose, and which entry.</summary>
internal readonly record struct ChangeMark(long At, long Source, string Owner, long Place)
{
    /// <summary>Before everything.</summary>
    public static ChangeMark None { get; } = new(long.MinValue, -1, "", -1);

    /// <summary>Reads a mark that a page gave; anything else is no mark.</summary>
    public static bool TryParse(string text, out ChangeMark mark)
    {
        mark = default;
        var parts = text.Split('/');
        if (parts.Length != 4 || !Number(parts[0], out var at) || !Number(parts[1], out var source) || !Number(parts[3], out var place)) return false;
        mark = new(at, source, parts[2], place);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At}/{Source}/{Owner}/{Place}");

    private static bool Number(string text, out long number) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
