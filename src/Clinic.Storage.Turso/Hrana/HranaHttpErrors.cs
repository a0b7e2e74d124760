using System.Net;
using System.Text.Json;

namespace Clinic.Storage.Turso;

/// <summary>What refused requests and broken connections mean; bodies come as JSON of two shapes, or as text.</summary>
internal static class HranaHttpErrors
{
    public static TursoException Of(HttpStatusCode status, ReadOnlySpan<byte> body, string? mediaType, HranaAddress address, HranaEffect effect)
    {
        var error = ErrorIn(body, mediaType);
        return (int)status switch
        {
            // What the server says of a token is not repeated.
            401 => HranaErrors.Of(
                TursoErrorKind.Authentication, $"The server {address} does not accept the token: it is missing, garbled, expired, or signed with another key.", "UNAUTHORIZED"),
            >= 400 and < 500 when error is { Code: "BLOCKED" } => HranaErrors.Of(error),
            403 => HranaErrors.Of(TursoErrorKind.Forbidden, $"The token may not do this on {address}; a read-only token cannot write.", "FORBIDDEN"),
            404 when error is not null => HranaErrors.Of(
                TursoErrorKind.NotFound, $"The server {address} has no such database or namespace, or the token is for another one.", "NOT_FOUND"),
            400 when error?.Code == HranaErrors.StreamExpired => StreamGone(HranaErrors.StreamExpired),
            400 when IsBaton(body) => StreamGone(HranaErrors.InvalidBaton),
            413 => HranaErrors.Of(TursoErrorKind.TooBig, $"The request is larger than {address} takes.", "TOO_LARGE"),
            429 => HranaErrors.Of(
                TursoErrorKind.TooManyRequests, $"The server {address} has no room for another call now, or a quota is used up.", "TOO_MANY_REQUESTS", isTransient: true, nothingDone: true),
            503 => HranaErrors.Of(TursoErrorKind.Unreachable, $"The server {address} is not available now.", "UNAVAILABLE", isTransient: true, nothingDone: true),
            >= 500 => Failed(status, error, address, effect),
            _ => HranaErrors.Of(
                TursoErrorKind.Protocol, $"The server {address} answered HTTP {(int)status}{Said(error)}; it does not understand what a libSQL server understands.", $"HTTP_{(int)status}"),
        };
    }

    public static TursoException Of(HttpRequestException e, HranaAddress address, HranaEffect effect) => e.HttpRequestError switch
    {
        HttpRequestError.ConnectionError => HranaErrors.Of(
            TursoErrorKind.Unreachable, $"No connection to {address}: {Reason(e)}.", "CONNECTION", isTransient: true, nothingDone: true, e),
        HttpRequestError.NameResolutionError => HranaErrors.Of(TursoErrorKind.Unreachable, $"The host of {address} is unknown.", "NAME", inner: e),
        HttpRequestError.SecureConnectionError => HranaErrors.Of(
            TursoErrorKind.Unreachable, $"No secure connection to {address}: it does not speak TLS, or its certificate is not valid here.", "TLS", inner: e),
        HttpRequestError.ConfigurationLimitExceeded => effect == HranaEffect.Read
            ? HranaErrors.Of(TursoErrorKind.TooBig, $"The answer of {address} is larger than this program reads at once.", "RESPONSE_TOO_LARGE", inner: e)
            : Cut(address, effect, e),
        HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError => effect == HranaEffect.Read
            ? HranaErrors.Of(TursoErrorKind.Protocol, $"What answers at {address} does not speak HTTP.", "HTTP", inner: e)
            : Cut(address, effect, e),
        _ => Cut(address, effect, e),
    };

    /// <summary>The connection ended, or went silent, after the request had gone out.</summary>
    public static TursoException Cut(HranaAddress address, HranaEffect effect, Exception? inner) => effect switch
    {
        HranaEffect.Read => HranaErrors.Of(
            TursoErrorKind.Unreachable, $"The connection to {address} broke before the answer was complete.", "CUT", isTransient: true, nothingDone: true, inner),
        HranaEffect.Uncommitted => HranaErrors.Lost($"the connection to {address} broke.", "CUT", inner),
        _ => Unknown(address, "the connection broke before the answer was complete", inner),
    };

    public static TursoException TimedOut(HranaAddress address, HranaEffect effect, Exception inner) => effect == HranaEffect.Write
        ? Unknown(address, "the answer did not come within the command time-out", inner)
        : HranaErrors.Of(TursoErrorKind.Timeout, $"{address} did not answer within the command time-out.", "TIMEOUT", isTransient: true, inner: inner);

    public static TursoException NoConnectionInTime(HranaAddress address, Exception inner) => HranaErrors.Of(
        TursoErrorKind.Unreachable, $"No connection to {address} within {HranaHttp.ConnectSeconds} s.", "CONNECTION", isTransient: true, nothingDone: true, inner);

    /// <summary>A replica was asked to wait for what was written before, and waited too long; asked again, it does not wait.</summary>
    public static TursoException Behind(HranaAddress address, Exception inner) => HranaErrors.Of(
        TursoErrorKind.Timeout, $"{address} did not show in time what was written before.", HranaErrors.Behind, isTransient: true, nothingDone: true, inner);

    /// <summary>The answer cannot be read.</summary>
    public static TursoException Unreadable(HranaAddress address, string? mediaType, HranaEffect effect, Exception inner)
    {
        var what = mediaType is null or "application/json" ? inner.Message : $"It sent {HranaErrors.Shown(mediaType)}.";
        return effect == HranaEffect.Write
            ? Unknown(address, "the answer cannot be read", inner)
            : HranaErrors.Of(TursoErrorKind.Protocol, $"The answer of {address} is none of a libSQL server. {what}", "ANSWER", inner: inner);
    }

    public static TursoException Unknown(HranaAddress address, string why, Exception? inner = null) => HranaErrors.Of(
        TursoErrorKind.UnknownOutcome, $"It is not known whether the write to {address} was done: {why}. Look before repeating it.", "UNKNOWN_OUTCOME", inner: inner);

    private static TursoException StreamGone(string code) => HranaErrors.Of(
        TursoErrorKind.LostTransaction, "The server has closed the conversation, and rolled back what was open in it.", code, isTransient: true, nothingDone: true);

    private static TursoException Failed(HttpStatusCode status, HranaError? error, HranaAddress address, HranaEffect effect) => effect switch
    {
        HranaEffect.Write => Unknown(address, $"the server answered HTTP {(int)status}{Said(error)}"),
        HranaEffect.Uncommitted => HranaErrors.Lost($"the server answered HTTP {(int)status}{Said(error)}.", $"HTTP_{(int)status}"),
        _ => HranaErrors.Of(TursoErrorKind.Other, $"The server {address} failed with HTTP {(int)status}{Said(error)}.", $"HTTP_{(int)status}", isTransient: error is null),
    };

    private static string Said(HranaError? error) => error is { Message.Length: > 0 } ? $" ({HranaErrors.Shown(error.Message)})" : "";

    private static string Reason(HttpRequestException e) =>
        e.InnerException is System.Net.Sockets.SocketException socket ? socket.SocketErrorCode.ToString() : "it could not be made";

    private static bool IsBaton(ReadOnlySpan<byte> body) => body.IndexOf("baton"u8) >= 0;

    private static HranaError? ErrorIn(ReadOnlySpan<byte> body, string? mediaType)
    {
        if (mediaType != "application/json") return null;
        try
        {
            var json = new Utf8JsonReader(body);
            json.Read();
            return HranaReader.Error(ref json);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
