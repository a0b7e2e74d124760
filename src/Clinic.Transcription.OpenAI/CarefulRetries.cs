using System.ClientModel.Primitives;

namespace Clinic.Transcription.OpenAI;

/// <summary>Repeats what may pass, with growing pauses, and not what never will, such as a request without credit.</summary>
internal sealed class CarefulRetries(int most) : ClientRetryPolicy(most)
{
    protected override bool ShouldRetry(PipelineMessage message, Exception? exception) => !IsHopeless(message) && base.ShouldRetry(message, exception);

    protected override async ValueTask<bool> ShouldRetryAsync(PipelineMessage message, Exception? exception) =>
        !IsHopeless(message) && await base.ShouldRetryAsync(message, exception).ConfigureAwait(false);

    private static bool IsHopeless(PipelineMessage message)
    {
        if (message.Response is not { Status: 429 } response) return false;
        try
        {
            return OpenAIFailures.IsHopeless(OpenAIFailures.CodeOf(response.Content));
        }
        catch (InvalidOperationException)
        {
            // A body that is not buffered says nothing yet.
            return false;
        }
    }
}
