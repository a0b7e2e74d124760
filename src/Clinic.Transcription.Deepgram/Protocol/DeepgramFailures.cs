using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Clinic.Transcription.SpeechToText;
using NodaTime;

namespace Clinic.Transcription.Deepgram.Protocol;

/// <summary>What the service's statuses, codes and closings mean in our words; its sentences are read and never kept.</summary>
/// <seealso href="https://developers.deepgram.com/docs/errors"/>
internal static class DeepgramFailures
{
    private const int LongestWord = 48;

    private static readonly SearchValues<char> WordCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    public static ProviderFailure OfStatus(HttpStatusCode status, string? mediaType, ReadOnlySpan<byte> body, string? requestId, RetryConditionHeaderValue? retryAfter, Instant now)
    {
        var (code, said, id) = mediaType is "application/json" || body.StartsWith("{"u8) ? Read(body) : default;
        return Kind((int)status, code, said) with
        {
            Status = (int)status,
            Code = Word(code),
            RequestId = Word(requestId) ?? Word(id),
            RetryAfter = Wait(retryAfter, now),
        };
    }

    public static ProviderFailure OfClose(int? status, string? reason)
    {
        var code = Word(reason);
        ProviderFailure failure = (status, code) switch
        {
            (1008, _) => new(FailureKind.BadAudio, Retryable: false),
            (1011, "NET-0001") => new(FailureKind.ConnectionLost, Retryable: true),
            (1011 or 1001 or 1012 or 1013, _) => new(FailureKind.Unavailable, Retryable: true),
            (1002 or 1003 or 1007 or 1009 or 1010, _) => new(FailureKind.BadRequest, Retryable: false),
            (null or 1000 or 1005 or 1006, _) => new(FailureKind.ConnectionLost, Retryable: true),
            _ => new(FailureKind.Unknown, Retryable: true),
        };
        return failure with { Status = status, Code = code };
    }

    /// <summary>The text where it is one word as codes and numbers of requests are, otherwise null.</summary>
    public static string? Word(string? text) => text switch
    {
        null or "" => null,
        "Bad Request" => "BAD_REQUEST",
        "Service Unavailable" => "SERVICE_UNAVAILABLE",
        { Length: <= LongestWord } when !text.AsSpan().ContainsAnyExcept(WordCharacters) => text,
        _ => null,
    };

    private static ProviderFailure Kind(int status, string? code, string? said) => status switch
    {
        400 when code is "REMOTE_CONTENT_ERROR" or "PAYLOAD_ERROR" || IsAboutAudio(said) => new(FailureKind.BadAudio, Retryable: false),
        401 or 403 => new(FailureKind.Unauthorized, Retryable: false),
        402 => new(FailureKind.Quota, Retryable: false),
        408 or 504 => new(FailureKind.Timeout, Retryable: true),
        413 or 415 => new(FailureKind.BadAudio, Retryable: false),
        429 => new(FailureKind.RateLimited, Retryable: true),
        >= 500 => new(FailureKind.Unavailable, Retryable: true),
        >= 400 => new(FailureKind.BadRequest, Retryable: false),
        // Neither an answer nor an error, such as a redirection; audio is not sent after it.
        _ => new(FailureKind.InvalidOutput, Retryable: false),
    };

    private static bool IsAboutAudio(string? said) =>
        said is not null && (said.Contains("process audio", StringComparison.OrdinalIgnoreCase) || said.Contains("corrupt or unsupported", StringComparison.OrdinalIgnoreCase));

    private static (string? Code, string? Said, string? Id) Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement;
            var code = root.Text("err_code") ?? root.Text("error_code") ?? root.Text("category");
            return (code, root.Text("err_msg") ?? root.Text("message"), root.Text("request_id"));
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static Duration? Wait(RetryConditionHeaderValue? header, Instant now)
    {
        if (header is { Delta: { } delta }) return Duration.FromTimeSpan(delta);
        if (header is not { Date: { } date }) return null;
        var until = Instant.FromDateTimeOffset(date) - now;
        return until > Duration.Zero ? until : Duration.Zero;
    }
}
