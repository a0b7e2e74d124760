using System.Globalization;
using System.Text.Json.Nodes;

namespace Clinic.Api.Tour;

/// <summary>What the API answered.</summary>
internal sealed class TourAnswer(int status, JsonNode? body)
{
    public int Status { get; } = status;

    public bool IsSuccess => Status is >= 200 and < 300;

    public JsonNode Body => body ?? throw new InvalidOperationException("The answer has no body.");

    /// <summary>The codes of all failed guards.</summary>
    public IReadOnlyList<string> Codes => IsSuccess ? [] : [.. Body["errors"]!.AsArray().Select(e => e!["code"]!.GetValue<string>())];

    /// <summary>The sentence of a failed guard.</summary>
    public string Message(string code) =>
        Body["errors"]!.AsArray().First(e => e!["code"]!.GetValue<string>() == code)!["message"]!.GetValue<string>();

    public string Text(string path) => Find(path).GetValue<string>();

    public decimal Number(string path) => Find(path).GetValue<decimal>();

    public JsonArray List(string path) => Find(path).AsArray();

    /// <summary>The answer if it is a success; else a failure that says what came instead.</summary>
    public TourAnswer Ok() =>
        IsSuccess ? this : throw new TourFailure(string.Create(CultureInfo.InvariantCulture, $"{Status}: {body?["detail"] ?? "no text"}"));

    /// <summary>The sentence of the refusal if it is refused with this status and code.</summary>
    public string Refused(int expected, string code) =>
        Status == expected && Codes.Contains(code)
            ? $"{Status} {code}: {Message(code)}"
            : throw new TourFailure(string.Create(CultureInfo.InvariantCulture, $"expected {expected} {code}, got {Status} {body?["detail"] ?? body}"));

    /// <summary>The sentence of the refusal if the role is missing.</summary>
    public string Forbidden() => Refused(403, Codes.Count > 0 ? Codes[0] : "a role that is missing");

    private JsonNode Find(string path)
    {
        var node = Body;
        foreach (var part in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            node = (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? node[index] : node[part])
                ?? throw new TourFailure($"the answer has no {path}");
        }

        return node;
    }
}
