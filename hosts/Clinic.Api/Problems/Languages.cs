using System.Globalization;

namespace Clinic.Api.Problems;

/// <summary>Which of our languages a request asks for.</summary>
public static class Languages
{
    /// <summary>Spanish.</summary>
    public const string Spanish = "es";

    /// <summary>English, where neither is asked for.</summary>
    public const string English = "en";

    /// <summary>The language of <c>Accept-Language</c> with the highest weight; of equal ones the first.</summary>
    public static string Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return Of(http.Request.Headers.AcceptLanguage.ToString());
    }

    /// <summary>The language of a header's text.</summary>
    public static string Of(string header)
    {
        ArgumentNullException.ThrowIfNull(header);
        var (best, weight) = (English, 0.0);
        foreach (var part in header.Split(',', 50, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (range, q) = Read(part);
            var language = Known(range);
            if (language is null || q <= weight) continue;
            (best, weight) = (language, q);
        }

        return best;
    }

    private static string? Known(string range) =>
        range == "*" ? English : Primary(range) switch { "es" => Spanish, "en" => English, _ => null };

    private static string Primary(string range) => range.Split('-')[0].ToLowerInvariant();

    private static (string Range, double Weight) Read(string part)
    {
        var pieces = part.Split(';', StringSplitOptions.TrimEntries);
        var q = pieces.Skip(1).FirstOrDefault(p => p.StartsWith("q=", StringComparison.OrdinalIgnoreCase));
        if (q is null) return (pieces[0], 1);
        return double.TryParse(q.AsSpan(2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) ? (pieces[0], weight) : (pieces[0], 0);
    }
}
