using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Clinic.Transcription.Audio;
using Clinic.Transcription.Deepgram.Diagnostics;
using Clinic.Transcription.Deepgram.Protocol;
using Clinic.Transcription.SpeechToText;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Clinic.Transcription.Deepgram.Batch;

/// <summary>Sends whole recordings to Deepgram and reads what it heard; repeats what may work later.</summary>
public sealed class DeepgramBatchTranscriber : IBatchTranscriber
{
    private const int LargestAnswer = 256 * 1024 * 1024;
    private const int LargestError = 64 * 1024;

    private static readonly int[] CallbackPorts = [80, 443, 8080, 8443];

    private readonly HttpClient http;
    private readonly DeepgramOptions options;
    private readonly IClock clock;
    private readonly ILogger logger;
    private readonly Func<Duration, CancellationToken, Task> pause;

    internal DeepgramBatchTranscriber(HttpClient http, DeepgramOptions options, IClock clock, ILogger logger, Func<Duration, CancellationToken, Task> pause) =>
        (this.http, this.options, this.clock, this.logger, this.pause) = (http, options, clock, logger, pause);

    /// <inheritdoc/>
    public string Name => DeepgramEngine.Name;

    /// <inheritdoc/>
    public EngineCapabilities Capabilities => DeepgramEngine.Capabilities(options, live: false);

    /// <inheritdoc/>
    public async Task<SpeechResult> TranscribeAsync(
        Func<CancellationToken, ValueTask<Stream>> openAudio, AudioFormat format, SpeechRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(openAudio);
        DeepgramQuery.Check(options, format, request, live: false);
        return await RepeatAsync(openAudio, format, DeepgramQuery.Batch(options, format, request), Read, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends one recording and has the answer brought to an address of the clinic; nothing is waited for.</summary>
    /// <param name="openAudio">Called again for each attempt.</param>
    /// <param name="format">How the audio is written.</param>
    /// <param name="request">Language, terms and voices.</param>
    /// <param name="callback">Where the answer goes; it may come up to eleven times, so its receiver counts each request once.</param>
    /// <param name="cancellationToken">Stops sending.</param>
    /// <returns>The number of the request, which the answer carries too.</returns>
    /// <exception cref="ProviderException">The service did not take it.</exception>
    public async Task<string> SubmitAsync(
        Func<CancellationToken, ValueTask<Stream>> openAudio, AudioFormat format, SpeechRequest request, DeepgramCallback callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(openAudio);
        ArgumentNullException.ThrowIfNull(callback);
        DeepgramQuery.Check(options, format, request, live: false);
        SpeechChecks.CheckCallback(callback.Address, CallbackPorts);
        return await RepeatAsync(openAudio, format, DeepgramQuery.Batch(options, format, request, callback), Accepted, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads an answer that was brought to an address of the clinic.</summary>
    /// <param name="body">What came, as it came.</param>
    /// <exception cref="ProviderException">It is no answer about a recording.</exception>
    public SpeechResult ReadCallback(ReadOnlyMemory<byte> body) => Read(body) ?? throw new ProviderException(Name, new(FailureKind.InvalidOutput, Retryable: false));

    private async Task<T> RepeatAsync<T>(Func<CancellationToken, ValueTask<Stream>> openAudio, AudioFormat format, Uri address, Func<ReadOnlyMemory<byte>, T?> read, CancellationToken cancellationToken)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            var (result, failure, cause) = await TryAsync(openAudio, format, address, read, cancellationToken).ConfigureAwait(false);
            if (result is not null) return result;
            Log.BatchFailed(logger, attempt, failure!.Kind, failure.Status, failure.Code, failure.RequestId);
            if (Delay(failure, attempt) is not { } delay) throw new ProviderException(Name, failure, cause);
            await pause(delay, cancellationToken).ConfigureAwait(false);
        }
    }

    // Null where trying again is no use, or would wait longer than allowed. After 504 the same audio would take as long again.
    private Duration? Delay(ProviderFailure failure, int attempt)
    {
        var patience = options.Patience;
        if (!failure.Retryable || attempt >= patience.Attempts || failure.Status == (int)HttpStatusCode.GatewayTimeout) return null;
        if (failure.RetryAfter is { } asked) return asked <= patience.LongestDelay ? asked : null;
        return BackOff.Delay(patience.FirstDelay, patience.LongestDelay, attempt);
    }

    private async Task<(T? Result, ProviderFailure? Failure, Exception? Cause)> TryAsync<T>(
        Func<CancellationToken, ValueTask<Stream>> openAudio, AudioFormat format, Uri address, Func<ReadOnlyMemory<byte>, T?> read, CancellationToken ct)
        where T : class
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(options.Patience.Answer.ToTimeSpan());
        var audio = await openAudio(ct).ConfigureAwait(false);
        await using (audio.ConfigureAwait(false))
        {
            try
            {
                return await AskAsync(audio, format, address, read, limit.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                throw;
            }
            catch (OperationCanceledException)
            {
                return (null, new(FailureKind.Timeout, Retryable: true), null);
            }
            catch (HttpRequestException e) when (e.InnerException is not TranscriptionException)
            {
                // The inner exceptions name hosts and sockets only.
                return (null, new(FailureKind.ConnectionLost, Retryable: true), e);
            }
            catch (HttpIOException e)
            {
                return (null, new(FailureKind.ConnectionLost, Retryable: true), e);
            }
        }
    }

    private async Task<(T? Result, ProviderFailure? Failure, Exception? Cause)> AskAsync<T>(Stream audio, AudioFormat format, Uri address, Func<ReadOnlyMemory<byte>, T?> read, CancellationToken ct)
        where T : class
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, address);
        message.Headers.Authorization = new AuthenticationHeaderValue("Token", options.ApiKey);
        message.Headers.Accept.Add(new("application/json"));
        message.Content = new StreamContent(audio);
        message.Content.Headers.ContentType = new MediaTypeHeaderValue(format.MediaType.Split(';')[0].Trim());
        using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, ct).ConfigureAwait(false);
        var requestId = response.Headers.TryGetValues("dg-request-id", out var ids) ? ids.FirstOrDefault() : null;
        var accepted = response.StatusCode == HttpStatusCode.OK;
        var body = await BoundedBody.ReadAsync(response.Content, accepted ? LargestAnswer : LargestError, ct).ConfigureAwait(false);
        if (!accepted)
            return (null, DeepgramFailures.OfStatus(response.StatusCode, response.Content.Headers.ContentType?.MediaType, body.Span, requestId, response.Headers.RetryAfter, clock.GetCurrentInstant()), null);
        return read(body) is { } result
            ? (result is SpeechResult { RequestId: null } heard ? (T)(object)(heard with { RequestId = DeepgramFailures.Word(requestId) }) : result, null, null)
            : (null, new ProviderFailure(FailureKind.InvalidOutput, Retryable: true) { Status = (int)response.StatusCode, RequestId = DeepgramFailures.Word(requestId) }, null);
    }

    // The service has taken the recording and says only under which number.
    private static string? Accepted(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return DeepgramFailures.Word(document.RootElement.Text("request_id"));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static SpeechResult? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return DeepgramAnswer.Read(document.RootElement);
        }
        catch (JsonException)
        {
            // An answer of a gateway, or cut; its words are not kept, so neither is the exception.
            return null;
        }
    }
}
