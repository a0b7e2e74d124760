using System.Text.Json;
using System.Text.RegularExpressions;

namespace Clinic.Api.Problems;

/// <summary>What the framework refuses before a handler runs, in our codes.</summary>
public static partial class BadRequests
{
    /// <summary>The refusal of an exception that the framework threw.</summary>
    public static ApiException Violation(HttpContext http, BadHttpRequestException bad)
    {
        ArgumentNullException.ThrowIfNull(bad);
        if (bad.StatusCode == StatusCodes.Status413PayloadTooLarge)
            return new(bad.StatusCode, ApiRules.BodyTooLarge, ("allowed", "what the server takes"));
        if (bad.StatusCode != StatusCodes.Status400BadRequest) return Status(http, bad.StatusCode);
        var unread = NotBound().Match(bad.Message);
        if (unread.Success)
            return new(400, ApiRules.ParameterInvalid, ("parameter", Name(unread)), ("found", unread.Groups["value"].Value), ("allowed", Words.ForType(unread.Groups["type"].Value)));
        var missing = NotGiven().Match(bad.Message);
        return missing.Success
            ? new(400, ApiRules.ParameterInvalid, ("parameter", Name(missing)), ("found", "missing"), ("allowed", Words.ForType(missing.Groups["type"].Value)))
            : new(400, ApiRules.BodyUnreadable, ("line", 1), ("position", 0));
    }

    /// <summary>The refusal of an answer that has a status and no body.</summary>
    public static ApiException Status(HttpContext http, int status)
    {
        ArgumentNullException.ThrowIfNull(http);
        var path = http.Request.Path.Value ?? "/";
        return status switch
        {
            StatusCodes.Status401Unauthorized => new(status, ApiRules.NotSignedIn),
            StatusCodes.Status403Forbidden => new(status, ApiRules.RoleMissing, ("action", path), ("allowed", "another"), ("found", "not enough")),
            StatusCodes.Status404NotFound => new(status, ApiRules.RouteUnknown, ("path", path)),
            StatusCodes.Status405MethodNotAllowed => new(status, ApiRules.MethodNotAllowed, ("path", path), ("found", http.Request.Method), ("allowed", http.Response.Headers.Allow)),
            StatusCodes.Status413PayloadTooLarge => new(status, ApiRules.BodyTooLarge, ("allowed", "what the server takes")),
            StatusCodes.Status415UnsupportedMediaType => new(status, ApiRules.MediaTypeUnsupported, ("found", http.Request.ContentType ?? "nothing"), ("allowed", "application/json")),
            < 500 => new(status, ApiRules.BodyUnreadable, ("line", 1), ("position", 0)),
            _ => new(status, ApiRules.Unexpected),
        };
    }

    // Parts of a filter are properties of a record, which are written with a capital.
    private static string Name(Match match) => JsonNamingPolicy.CamelCase.ConvertName(match.Groups["name"].Value);

    [GeneratedRegex("""parameter "(?<type>.+) (?<name>\w+)" from "(?<value>.*)"\.""", RegexOptions.Singleline, matchTimeoutMilliseconds: 200)]
    private static partial Regex NotBound();

    [GeneratedRegex("""[Pp]arameter "(?<type>.+) (?<name>\w+)" was not provided""", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex NotGiven();
}
