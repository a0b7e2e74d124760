using Clinic.Transcription.Drafting;
using Clinic.Transcription.SpeechToText;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Clinic.Transcription.OpenAI.Tests;

public class ChatClientReportDrafterTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Any_model_drafts_under_the_same_instruction_and_schema()
    {
        using var client = new Client(() => new(new ChatMessage(ChatRole.Assistant, Visits.Good)) { FinishReason = ChatFinishReason.Stop, ModelId = "llama-local" });
        var services = new ServiceCollection();
        services.AddSingleton<IChatClient>(client);
        services.AddClinicTranscription().UseInMemory().AddChatClientDrafts(o => (o.Name, o.SendsOutside) = ("local", false));
        using var app = services.BuildServiceProvider();
        var drafter = app.GetServices<IReportDrafter>().Single(d => d.Name == "local");

        var draft = await drafter.DraftAsync(Visits.Throat, Visits.Context, Ct);

        Assert.False(drafter.SendsOutside);
        Assert.Equal(("local", "llama-local", 2), (draft.Drafter, draft.Model, draft.Statements.Count));
        Assert.All(draft.Statements, s => Assert.Single(s.Evidence));
        Assert.IsType<ChatResponseFormatJson>(client.Options!.ResponseFormat);
        Assert.Equal([ChatRole.System, ChatRole.User], client.Messages.Select(m => m.Role));
    }

    [Fact]
    public async Task Failures_of_a_model_have_the_same_names()
    {
        Assert.Equal(FailureKind.Truncated, await FailsAsync(() => Answer(Visits.Good[..30], ChatFinishReason.Length)));
        Assert.Equal(FailureKind.ContentFiltered, await FailsAsync(() => Answer("", ChatFinishReason.ContentFilter)));
        Assert.Equal(FailureKind.InvalidOutput, await FailsAsync(() => Answer("", ChatFinishReason.Stop)));
        Assert.Equal(FailureKind.InvalidOutput, await FailsAsync(() => Answer(Visits.Good, ChatFinishReason.ToolCalls)));
        Assert.Equal(FailureKind.InvalidOutput, await FailsAsync(() => Answer(Visits.Good[..30], null)));
        Assert.Equal(FailureKind.InvalidOutput, await FailsAsync(() => Answer(Visits.Good, new("tired"))));
        Assert.Equal(FailureKind.InvalidOutput, await FailsAsync(() => new ChatResponse()));
        Assert.Equal(FailureKind.Unknown, await FailsAsync(() => null!));
        Assert.Equal(FailureKind.InvalidOutput, await FailsAsync(() => Answer($"<html>{Visits.Secret}</html>", ChatFinishReason.Stop)));
        Assert.Equal(FailureKind.Refused, await FailsAsync(() => new(new ChatMessage(ChatRole.Assistant, [new ErrorContent(Visits.Secret) { ErrorCode = "Refusal" }])) { FinishReason = ChatFinishReason.Stop }));
        Assert.Equal(FailureKind.InvalidOutput, await FailsAsync(() => new(new ChatMessage(ChatRole.Assistant, [new ErrorContent(Visits.Secret)]))));
        Assert.Equal(FailureKind.ConnectionLost, await FailsAsync(() => throw new HttpRequestException(Visits.Secret)));
        Assert.Equal(FailureKind.ConnectionLost, await FailsAsync(() => throw new AggregateException(new IOException(Visits.Secret))));
        foreach (var (status, kind) in ((int, FailureKind)[])[(400, FailureKind.BadRequest), (401, FailureKind.Unauthorized), (402, FailureKind.Quota), (403, FailureKind.Unauthorized), (404, FailureKind.BadRequest), (408, FailureKind.Timeout), (429, FailureKind.RateLimited), (500, FailureKind.Unavailable), (503, FailureKind.Unavailable)])
            Assert.Equal(kind, await FailsAsync(() => throw new HttpRequestException(Visits.Secret, null, (System.Net.HttpStatusCode)status)));
        Assert.Equal(FailureKind.Timeout, await FailsAsync(() => throw new TimeoutException(Visits.Secret)));
        Assert.Equal(FailureKind.Unknown, await FailsAsync(() => throw new NotSupportedException(Visits.Secret)));
    }

    private static ChatResponse Answer(string text, ChatFinishReason? reason) => new(new ChatMessage(ChatRole.Assistant, text)) { FinishReason = reason };

    private static async Task<FailureKind> FailsAsync(Func<ChatResponse> answer)
    {
        using var client = new Client(answer);
        var failure = await Assert.ThrowsAsync<ProviderException>(() => new ChatClientReportDrafter(client, new()).DraftAsync(Visits.Throat, Visits.Context, Ct));
        Assert.DoesNotContain(Visits.Secret, failure.ToString(), StringComparison.Ordinal);
        return failure.Failure.Kind;
    }

    private sealed class Client(Func<ChatResponse> answer) : IChatClient
    {
        public List<ChatMessage> Messages { get; } = [];

        public ChatOptions? Options { get; private set; }

        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            Messages.AddRange(messages);
            Options = options;
            return Task.FromResult(answer());
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
