using System.ClientModel;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Drafting.Models;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Transcripts;
using Microsoft.Extensions.Options;
using OpenAI;
using OpenAI.Chat;

namespace Clinic.Transcription.OpenAI;

/// <summary>Drafts by a model of OpenAI, under a strict schema; the transcript comes without the patient's identifiers.</summary>
internal sealed class OpenAIReportDrafter : IReportDrafter
{
    public const string DrafterName = "openai";

    private readonly OpenAIDraftOptions options;
    private readonly ChatClient client;

    // The client would tell of the machine and its runtime in every request; nothing is sent that a draft does not need.
    static OpenAIReportDrafter() => AppContext.SetSwitch("OpenAI.DisableTelemetry", true);

    public OpenAIReportDrafter(IOptions<OpenAIDraftOptions> options)
    {
        this.options = options.Value;
        client = new(this.options.Model, new ApiKeyCredential(this.options.ApiKey), new OpenAIClientOptions
        {
            Endpoint = this.options.Endpoint,
            NetworkTimeout = this.options.Timeout.ToTimeSpan(),
            // The policy that the client would use by itself repeats without any pause.
            RetryPolicy = new CarefulRetries(this.options.Retries),
        });
    }

    public string Name => DrafterName;

    public bool SendsOutside => true;

    public async Task<ReportDraft> DraftAsync(Transcript transcript, DraftContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(context);
        using var whole = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        whole.CancelAfter(options.WholeTime.ToTimeSpan());
        ChatMessage[] messages = [new SystemChatMessage(DraftPrompt.Instruction(context)), new UserChatMessage(DraftPrompt.Data(transcript, context))];
        try
        {
            ChatCompletion answer = await client.CompleteChatAsync(messages, Wanted(), whole.Token).ConfigureAwait(false);
            return DraftReader.Read(Content(answer), transcript, context, Name, $"{answer.Model} {answer.SystemFingerprint}".TrimEnd());
        }
        catch (Exception e) when (e is not (ProviderException or OutOfMemoryException))
        {
            // Several tries that were stopped come as one exception of many.
            cancellationToken.ThrowIfCancellationRequested();
            throw new ProviderException(Name, OpenAIFailures.Of(e));
        }
    }

    private ChatCompletionOptions Wanted() => new()
    {
        Temperature = 0,
        MaxOutputTokenCount = options.MostTokens,
        StoredOutputEnabled = false,
        ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(DraftSchema.Name, BinaryData.FromString(DraftSchema.Json), jsonSchemaIsStrict: true),
    };

    // Success is a stop, no refusal and a text; everything else has a name of its own.
    private string Content(ChatCompletion answer)
    {
        if (answer.Refusal is { Length: > 0 }) throw Failed(FailureKind.Refused, retryable: false);
        return answer.FinishReason switch
        {
            ChatFinishReason.Length => throw Failed(FailureKind.Truncated, retryable: false),
            ChatFinishReason.ContentFilter => throw Failed(FailureKind.ContentFiltered, retryable: false),
            ChatFinishReason.Stop when answer.Content is [{ Text: { Length: > 0 } text }, ..] => text,
            _ => throw Failed(FailureKind.InvalidOutput, retryable: true),
        };
    }

    private ProviderException Failed(FailureKind kind, bool retryable) => new(Name, new(kind, retryable) { Status = 200 });
}
