using System.Globalization;
using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Storage.Turso.Dispensing;

/// <summary>Where a page by instant and id ended; holds both, because the instant of the item may move on before the next page.</summary>
internal readonly record struct InstantMark(long At, Guid Id)
{
    /// <summary>Reads a mark that a page gave; anything else is no mark.</summary>
    public static bool TryParse(string text, out InstantMark mark)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && long.TryParse(text.AsSpan(0, slash), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at) && Guid.TryParseExact(text.AsSpan(slash + 1), "D", out var id))
        {
            mark = new(at, id);
            return true;
        }

        mark = default;
        return false;
    }

    public static string Of(Instant at, Guid id) => new InstantMark(at.ToUnixTimeMicroseconds(), id).ToString();

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At}/{Id:D}");
}
