using System.Globalization;
using System.Text.Json;
using Clinic.Abstractions.Administration;
using Clinic.Api.Binding;
using Clinic.Api.Problems;
using Clinic.Transcription.Live;
using Clinic.Transcription.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Clinic.Api.Transcription;

/// <summary>Writes what happens in a session as server-sent events until the token, the caller or the session ends it.</summary>
/// <seealso href="https://html.spec.whatwg.org/multipage/server-sent-events.html"/>
internal static class SessionStream
{
    public const string MediaType = "text/event-stream";

    private const int LongestSeconds = 86_400;
    private const string RetryAfterSeconds = "30";

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public static async Task RunAsync(
        SiteReading reading, SessionId session, int? seconds, LiveSessions live, SessionInquiries inquiries, PatientReadLog reads, IHostApplicationLifetime host,
        IOptions<JsonOptions> json, TimeProvider time, ILoggerFactory logs, HttpContext http)
    {
        if (seconds is < 0 or > LongestSeconds)
            throw new ApiException(400, ApiRules.ParameterInvalid, ("parameter", "seconds"), ("found", seconds), ("allowed", $"0 to {LongestSeconds}"));
        using var listener = await live.ListenAsync(reading.X, session, http.RequestAborted) ?? throw new ApiException(429, ApiRules.TooManyRequests, ("seconds", RetryAfterSeconds));
        if (await inquiries.FindAsync(reading.X, session, http.RequestAborted) is { } seen)
            await reads.NoteAsync(reading.X, "session.followed", [seen.Session.Patient], http.RequestAborted);
        var ends = await EndAsync(http, seconds, time);
        using var stops = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, host.ApplicationStopping);
        http.Response.ContentType = MediaType;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            await WriteAsync(http, "retry: 3000\n\n", stops.Token);
            var reason = await FollowAsync(http, listener, json.Value.SerializerOptions, ends, time, stops.Token);
            await WriteAsync(http, $"event: end\ndata: {{\"reason\":\"{reason}\"}}\n\n", stops.Token);
        }
        catch (OperationCanceledException) when (stops.IsCancellationRequested)
        {
            // The caller left or the host stops; there is nobody to tell.
        }
        catch (Exception e) when (http.Response.HasStarted && !stops.IsCancellationRequested)
        {
            // The answer has begun, so that no problem can be written: the stream ends, and the caller comes again.
            HostLog.StreamFailed(logs.CreateLogger(typeof(SessionStream)), e);
        }
    }

    private static async Task<string> FollowAsync(HttpContext http, SessionListener listener, JsonSerializerOptions options, DateTimeOffset? ends, TimeProvider time, CancellationToken ct)
    {
        while (true)
        {
            while (listener.Frames.TryRead(out var frame))
            {
                var word = JsonNamingPolicy.CamelCase.ConvertName(frame.Kind.ToString());
                var number = frame.Number.ToString(CultureInfo.InvariantCulture);
                await WriteAsync(http, $"id: {number}\nevent: {word}\ndata: {JsonSerializer.Serialize(LiveFrameResponse.Of(frame), options)}\n\n", ct);
            }

            var waiting = listener.Frames.WaitToReadAsync(ct).AsTask();
            while (!waiting.IsCompleted)
            {
                var left = ends - time.GetUtcNow();
                if (left <= TimeSpan.Zero) return "time";
                await Task.WhenAny(waiting, Task.Delay(left > TimeSpan.Zero && left < Heartbeat ? left.Value : Heartbeat, time, ct));
                if (!waiting.IsCompleted && !(ends <= time.GetUtcNow())) await WriteAsync(http, ": \n\n", ct);
            }

            if (!await waiting) return "over";
        }
    }

    // The rights behind a token are looked up at each request, so that a stream never outlives its token.
    private static async Task<DateTimeOffset?> EndAsync(HttpContext http, int? seconds, TimeProvider time)
    {
        var token = (await http.AuthenticateAsync()).Properties?.ExpiresUtc;
        DateTimeOffset? asked = seconds is { } s ? time.GetUtcNow().AddSeconds(s) : null;
        return token is { } at && (asked is null || at < asked) ? at : asked;
    }

    private static async Task WriteAsync(HttpContext http, string text, CancellationToken ct)
    {
        await http.Response.WriteAsync(text, ct);
        await http.Response.Body.FlushAsync(ct);
    }
}
