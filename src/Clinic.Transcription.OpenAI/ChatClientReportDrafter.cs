using Clinic.Transcription.Drafting;
using Clinic.Transcription.Drafting.Models;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Transcripts;
using Microsoft.Extensions.AI;

namespace Clinic.Transcription.OpenAI;

/// <summary>Drafts by whatever model the app put behind <see cref="IChatClient"/>: another provider, or one on this machine.</summary>
internal sealed class ChatClientReportDrafter(IChatClient client, ChatClientDraftOptions options) : IReportDrafter
{
    public string Name => options.Name;

    public bool SendsOutside => options.SendsOutside;

    public async Task<ReportDraft> DraftAsync(Transcript transcript, DraftContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(context);
        using var whole = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        whole.CancelAfter(options.WholeTime.ToTimeSpan());
        try
        {
            var answer = await client.GetResponseAsync(
                [new(ChatRole.System, DraftPrompt.Instruction(context)), new(ChatRole.User, DraftPrompt.Data(transcript, context))],
                new() { Temperature = 0, ModelId = options.Model, ResponseFormat = ChatResponseFormat.ForJsonSchema(DraftSchema.Element, DraftSchema.Name) }, whole.Token).ConfigureAwait(false);
            return DraftReader.Read(Content(answer), transcript, context, Name, answer.ModelId ?? options.Model);
        }
        catch (Exception e) when (e is not (ProviderException or OutOfMemoryException))
        {
            // Several tries that were stopped come as one exception of many.
            cancellationToken.ThrowIfCancellationRequested();
            throw new ProviderException(Name, OpenAIFailures.Of(e));
        }
    }

    // Some clients say nothing of how an answer ended; then it must at least be whole JSON of the schema.
    private string Content(ChatResponse answer)
    {
        // A refusal and an error come as content of their own beside an empty text.
        if (answer.Messages.SelectMany(m => m.Contents).OfType<ErrorContent>().FirstOrDefault() is { } error)
            throw error.ErrorCode == "Refusal" ? Failed(FailureKind.Refused, retryable: false) : Failed(FailureKind.InvalidOutput, retryable: true);
        if (answer.FinishReason == ChatFinishReason.Length) throw Failed(FailureKind.Truncated, retryable: false);
        if (answer.FinishReason == ChatFinishReason.ContentFilter) throw Failed(FailureKind.ContentFiltered, retryable: false);
        if ((answer.FinishReason is { } reason && reason != ChatFinishReason.Stop) || answer.Text is not { Length: > 0 } text) throw Failed(FailureKind.InvalidOutput, retryable: true);
        return text;
    }

    private ProviderException Failed(FailureKind kind, bool retryable) => new(Name, new(kind, retryable));
}
