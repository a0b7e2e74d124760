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
        DeepgramQuery.Check(options, format, request);
        var address = DeepgramQuery.Batch(options, format, request);
        for (var attempt = 1; ; attempt++)
        {
            var (result, failure, cause) = await TryAsync(openAudio, format, address, cancellationToken).ConfigureAwait(false);
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

    private async Task<(SpeechResult? Result, ProviderFailure? Failure, Exception? Cause)> TryAsync(
        Func<CancellationToken, ValueTask<Stream>> openAudio, AudioFormat format, Uri address, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(options.Patience.Answer.ToTimeSpan());
        var audio = await openAudio(ct).ConfigureAwait(false);
        await using (audio.ConfigureAwait(false))
        {
            try
            {
                return await AskAsync(audio, format, address, limit.Token).ConfigureAwait(false);
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

    private async Task<(SpeechResult? Result, ProviderFailure? Failure, Exception? Cause)> AskAsync(Stream audio, AudioFormat format, Uri address, CancellationToken ct)
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
        return Read(body) is { } result
            ? (result with { RequestId = result.RequestId ?? DeepgramFailures.Word(requestId) }, null, null)
            : (null, new ProviderFailure(FailureKind.InvalidOutput, Retryable: true) { Status = (int)response.StatusCode, RequestId = DeepgramFailures.Word(requestId) }, null);
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
