using System.ClientModel;
using System.Globalization;
using System.Text.Json;
using Clinic.Transcription.SpeechToText;
using NodaTime;

namespace Clinic.Transcription.OpenAI;

/// <summary>Names what went wrong at a provider of models; nothing that it wrote is kept, as it may echo the prompt.</summary>
internal static class OpenAIFailures
{
    public static ProviderFailure Of(Exception e) => e switch
    {
        AggregateException { InnerExceptions: { Count: > 0 } inner } => Of(inner[^1]),
        ClientResultException { Status: 0 } => new(FailureKind.ConnectionLost, Retryable: true),
        ClientResultException r => OfResult(r),
        OperationCanceledException or TimeoutException => new(FailureKind.Timeout, Retryable: true),
        // Clients of other models tell the status so.
        HttpRequestException { StatusCode: { } status } => OfStatus((int)status, null),
        HttpRequestException or IOException => new(FailureKind.ConnectionLost, Retryable: true),
        // HTML instead of JSON, an empty list of choices, an unknown reason for the end.
        JsonException or ArgumentException or InvalidOperationException or FormatException or KeyNotFoundException => new(FailureKind.InvalidOutput, Retryable: true),
        _ => new(FailureKind.Unknown, Retryable: true),
    };

    private static ProviderFailure OfResult(ClientResultException e)
    {
        var response = e.GetRawResponse();
        var code = CodeOf(response?.Content);
        return OfStatus(e.Status, code) with
        {
            RequestId = response is not null && response.Headers.TryGetValue("x-request-id", out var id) ? Short(id) : null,
            RetryAfter = response is not null && response.Headers.TryGetValue("retry-after", out var after) && int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? Duration.FromSeconds(seconds) : null,
        };
    }

    private static ProviderFailure OfStatus(int status, string? code)
    {
        var (kind, retryable) = status switch
        {
            400 when code is "content_filter" or "content_policy_violation" => (FailureKind.ContentFiltered, false),
            401 or 403 => (FailureKind.Unauthorized, false),
            402 => (FailureKind.Quota, false),
            408 => (FailureKind.Timeout, true),
            429 when IsHopeless(code) => (FailureKind.Quota, false),
            429 => (FailureKind.RateLimited, true),
            >= 500 => (FailureKind.Unavailable, true),
            >= 400 => (FailureKind.BadRequest, false),
            _ => (FailureKind.Unknown, true),
        };
        return new(kind, retryable) { Status = status, Code = code };
    }

    /// <summary>Whether a refusal for too many requests is one for want of credit, which no repetition helps.</summary>
    public static bool IsHopeless(string? code) => code is "insufficient_quota" or "billing_hard_limit_reached" or "billing_not_active";

    /// <summary>The code is a word of the provider's own list; its message is not read.</summary>
    public static string? CodeOf(BinaryData? content)
    {
        try
        {
            using var json = JsonDocument.Parse(content?.ToString() ?? "");
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
                && error.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String ? Short(code.GetString()) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Short(string? word) => word is { Length: > 0 and <= 80 } && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.') ? word : null;
}
