using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Abstractions.Conversations;
using Clinic.Api.Binding;
using Clinic.Api.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Clinic.Api.Conversations;

/// <summary>The routes about what people said to the clinic: one's own for everybody, that of others for few.</summary>
public static class ConversationRoutes
{
    private static readonly byte[] NewLine = "\n"u8.ToArray();

    /// <summary>Maps the table below.</summary>
    public static void MapConversations(this IEndpointRouteBuilder api)
    {
        var r = api.MapGroup("").WithTags("Spoken");
        r.Read("/me/conversation-consent", "One's own decisions whether what one says is kept, oldest first; the last one counts.", ConsentsAsync);
        r.MapPost("/me/conversation-consent", DecideAsync)
            .With("/me/conversation-consent", "Gives or withdraws one's own consent to the keeping of what one says.", "decide conversation consent", [], changes: true);
        r.Read("/me/conversations", "What was kept of what one said, oldest first; every look is in the audit.", OwnAsync);
        r.MapGet("/me/conversations/export", Export)
            .With("/me/conversations/export", "Everything that was kept of what one said, as JSON lines.", "read", [], changes: false);
        r.MapPost("/me/conversations/purge", PurgeAsync)
            .With("/me/conversations/purge", "Removes everything that was kept of what one said.", "purge own conversations", [], changes: true);
        r.Read("/conversations", "What was kept of what a person said; every look is in the audit.", OfAsync, [.. ConversationRights.Readers]);
        r.Read("/conversations/counts", "How many sentences were kept per person, domain and outcome, without their words.", CountsAsync, [.. ConversationRights.Counters]);
    }

    private static Task<IReadOnlyList<ConversationConsent>> ConsentsAsync(Caller caller, ConversationInquiries inquiries, IIdGenerator ids, CancellationToken ct) =>
        inquiries.ConsentsAsync(caller.Looking(ids), ct);

    private static Task<ConversationAnswer> DecideAsync(ClinicCommand command, Body<ConsentRequest> body, ConversationLog log, CancellationToken ct) =>
        log.DecideAsync(command.X, new DecideConsent(body.Value.Given, body.Value.Version), ct);

    private static Task<Page<ConversationEntry>> OwnAsync(
        Caller caller, [AsParameters] Paged paged, ConversationInquiries inquiries, IIdGenerator ids, CancellationToken ct) =>
        inquiries.OwnAsync(caller.Looking(ids), paged.Request, ct);

    private static Task<Page<ConversationEntry>> OfAsync(
        Caller caller, PersonId person, [AsParameters] Paged paged, ConversationInquiries inquiries, IIdGenerator ids, CancellationToken ct) =>
        inquiries.OfAsync(caller.Looking(ids), person, paged.Request, ct);

    private static Task<IReadOnlyList<ConversationCount>> CountsAsync(
        Caller caller, Moment? from, Moment? until, ConversationInquiries inquiries, IIdGenerator ids, CancellationToken ct) =>
        inquiries.CountAsync(caller.Looking(ids), new(null, from?.Value, until?.Value), ct);

    private static Task<ConversationAnswer> PurgeAsync(ClinicCommand command, ConversationLog log, CancellationToken ct) =>
        log.PurgeOwnAsync(command.X, new PurgeOwnConversations(), ct);

    // One page in memory at a time; each is in the audit before it leaves.
    private static PushStreamHttpResult Export(Caller caller, ConversationInquiries inquiries, IIdGenerator ids, CancellationToken ct) =>
        TypedResults.Stream(
            async stream =>
            {
                string? mark = null;
                do
                {
                    var page = await inquiries.ExportOwnAsync(caller.Looking(ids), new(PageRequest.LargestSize, mark), ct);
                    foreach (var entry in page.Items)
                    {
                        await JsonSerializer.SerializeAsync(stream, entry, ClinicJson.Options, ct);
                        await stream.WriteAsync(NewLine, ct);
                    }

                    mark = page.Next;
                }
                while (mark is not null);
            },
            "application/x-ndjson; charset=utf-8", "conversations.jsonl");
}
