using System.Text.Json;
using Clinic.Api.Binding;
using Clinic.Api.Problems;
using Clinic.EmergencyBilling.Live;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Clinic.Api.EmergencyBilling;

/// <summary>Writes the running timers of a site as server-sent events until the token, the caller or the host ends it.</summary>
/// <seealso href="https://html.spec.whatwg.org/multipage/server-sent-events.html"/>
internal static class StayStream
{
    public const string MediaType = "text/event-stream";

    private const int LongestMark = 100;
    private const int LongestSeconds = 86_400;
    private const string RetryAfterSeconds = "30";

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public static async Task RunAsync(
        SiteReading reading, int? seconds, StayLive live, IHostApplicationLifetime host, IOptions<JsonOptions> json, TimeProvider time, ILoggerFactory logs, HttpContext http)
    {
        if (seconds is < 0 or > LongestSeconds)
            throw new ApiException(400, ApiRules.ParameterInvalid, ("parameter", "seconds"), ("found", seconds), ("allowed", $"0 to {LongestSeconds}"));
        using var listener = live.Listen(reading.X, Mark(http)) ?? throw new ApiException(429, ApiRules.TooManyRequests, ("seconds", RetryAfterSeconds));
        var ends = await EndAsync(http, seconds, time);
        using var stops = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, host.ApplicationStopping);
        http.Response.ContentType = MediaType;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            await WriteAsync(http, "retry: 3000\n\n", stops.Token);
            var reason = await FollowAsync(http, listener, json.Value.SerializerOptions, ends, seconds == 0, time, stops.Token);
            await WriteAsync(http, $"event: end\ndata: {{\"reason\":\"{reason}\"}}\n\n", stops.Token);
        }
        catch (OperationCanceledException) when (stops.IsCancellationRequested)
        {
            // The caller left or the host stops; there is nobody to tell.
        }
        catch (Exception e) when (http.Response.HasStarted && !stops.IsCancellationRequested)
        {
            // The answer has begun, so that no problem can be written: the stream ends, and the caller comes again.
            HostLog.StreamFailed(logs.CreateLogger(typeof(StayStream)), e);
        }
    }

    private static async Task<string> FollowAsync(
        HttpContext http, LiveListener listener, JsonSerializerOptions options, DateTimeOffset? ends, bool once, TimeProvider time, CancellationToken ct)
    {
        while (true)
        {
            var waiting = listener.Frames.WaitToReadAsync(ct).AsTask();
            while (!waiting.IsCompleted)
            {
                var left = ends - time.GetUtcNow();
                // A stream that may show only what is there now still waits for the first read.
                if (left <= TimeSpan.Zero && !once) return "time";
                await Task.WhenAny(waiting, Task.Delay(left > TimeSpan.Zero && left < Heartbeat ? left.Value : Heartbeat, time, ct));
                if (!waiting.IsCompleted && !(ends <= time.GetUtcNow())) await WriteAsync(http, ": \n\n", ct);
            }

            if (!await waiting) return "behind";
            while (listener.Frames.TryRead(out var frame))
            {
                var word = JsonNamingPolicy.CamelCase.ConvertName(frame.Kind.ToString());
                await WriteAsync(http, $"id: {frame.Id}\nevent: {word}\ndata: {JsonSerializer.Serialize(new { frame.At, frame.Stays }, options)}\n\n", ct);
                if (once) return "time";
            }

            if (ends <= time.GetUtcNow()) return "time";
        }
    }

    // The rights behind a token are looked up at each request, so that a stream never outlives its token.
    private static async Task<DateTimeOffset?> EndAsync(HttpContext http, int? seconds, TimeProvider time)
    {
        var token = (await http.AuthenticateAsync()).Properties?.ExpiresUtc;
        DateTimeOffset? asked = seconds is { } s ? time.GetUtcNow().AddSeconds(s) : null;
        return token is { } at && (asked is null || at < asked) ? at : asked;
    }

    private static string? Mark(HttpContext http) => http.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 and <= LongestMark } mark ? mark : null;

    private static async Task WriteAsync(HttpContext http, string text, CancellationToken ct)
    {
        await http.Response.WriteAsync(text, ct);
        await http.Response.Body.FlushAsync(ct);
    }
}
