using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IAttachmentStore"/> promises: bytes and description come back as they went in, per tenant.</summary>
public static class AttachmentStoreContract
{
    private const int Large = 3 * 1024 * 1024;

    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("An attachment comes back byte by byte with all that is known of it", KeepsAsync),
        new("Megabytes come back whole", KeepsLargeAsync),
        new("What the caller does to the bytes after the commit changes nothing", CopiesAsync),
        new("The attachments of a subject are listed oldest first, and of no other", ListsAsync),
        new("An id that exists already is a conflict that changes nothing", RefusesTwiceAsync),
        new("A commit that fails leaves no attachment", LeavesNothingAsync),
        new("Sealed and opened through the store, content is the same", OpensAsync),
        new("The same id and subject in two tenants are two", SeparatesTenantsAsync),
    ];

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        foreach (var kind in Enum.GetValues<AttachmentKind>())
        {
            var attachment = AnAttachment(stores, ASubject(stores), kind, [0, 255, 13, 10, 26, 0]);
            await AddAsync(stores, attachment, ct).ConfigureAwait(false);
            Expect(attachment, await FindAsync(stores, attachment, ct).ConfigureAwait(false));
        }

        Check.Equal(null, await FindAsync(stores, AnAttachment(stores, ASubject(stores)), ct).ConfigureAwait(false), "An attachment that was never added");
    }

    private static async Task KeepsLargeAsync(IClinicStores stores, CancellationToken ct)
    {
        var bytes = new byte[Large];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)(i % 251);
        var attachment = AnAttachment(stores, ASubject(stores), AttachmentKind.Document, bytes);

        await AddAsync(stores, attachment, ct).ConfigureAwait(false);

        var found = Check.Found(await FindAsync(stores, attachment, ct).ConfigureAwait(false), "The attachment");
        Check.True(found.Content.Span.SequenceEqual(bytes), "the same three megabytes");
    }

    private static async Task CopiesAsync(IClinicStores stores, CancellationToken ct)
    {
        byte[] bytes = [1, 2, 3];
        var attachment = AnAttachment(stores, ASubject(stores), AttachmentKind.Photo, bytes);
        await AddAsync(stores, attachment, ct).ConfigureAwait(false);

        bytes[0] = 9;

        var found = Check.Found(await FindAsync(stores, attachment, ct).ConfigureAwait(false), "The attachment");
        Check.Sequence((byte[])[1, 2, 3], found.Content.ToArray(), "The content");
    }

    private static async Task ListsAsync(IClinicStores stores, CancellationToken ct)
    {
        var subject = ASubject(stores);
        var made = new List<Attachment>();
        for (var i = 0; i < 3; i++)
        {
            var (one, two) = (AnAttachment(stores, subject), AnAttachment(stores, subject));
            var ordered = new[] { one, two }.OrderBy(a => a.Attachment.Id.ToString(), StringComparer.Ordinal).ToList();
            made.AddRange(ordered.Select(a => a.Attachment));
            await stores.CommitAsync(unit =>
            {
                foreach (var a in Enumerable.Reverse(ordered)) stores.Get<IAttachmentStore>().Add(unit, a);
            }, ct).ConfigureAwait(false);
            stores.Clock.Advance(Duration.FromSeconds(-1));
        }

        await AddAsync(stores, AnAttachment(stores, subject with { Kind = "contract.other" }), ct).ConfigureAwait(false);
        await AddAsync(stores, AnAttachment(stores, ASubject(stores)), ct).ConfigureAwait(false);

        var expected = made.OrderBy(a => a.MadeAt).ThenBy(a => a.Id.ToString(), StringComparer.Ordinal);
        Check.Sequence(expected, await ListAsync(stores, subject, ct).ConfigureAwait(false), "The attachments of the subject");
        Check.Sequence([], await ListAsync(stores, ASubject(stores), ct).ConfigureAwait(false), "The attachments of a subject without any");
    }

    private static async Task RefusesTwiceAsync(IClinicStores stores, CancellationToken ct)
    {
        var first = AnAttachment(stores, ASubject(stores), AttachmentKind.Photo, [1]);
        var second = new SealedAttachment(AnAttachment(stores, ASubject(stores)).Attachment with { Id = first.Attachment.Id }, new byte[] { 2 });
        await AddAsync(stores, first, ct).ConfigureAwait(false);

        var conflict = await Check.ThrowsAsync<ConcurrencyConflictException>(() => AddAsync(stores, second, ct), "Adding an id twice").ConfigureAwait(false);

        Check.Sequence([new FactKey("core.attachment", first.Attachment.Id.Value)], conflict.Facts, "The facts of the conflict");
        Expect(first, await FindAsync(stores, first, ct).ConfigureAwait(false));
    }

    private static async Task LeavesNothingAsync(IClinicStores stores, CancellationToken ct)
    {
        var attachment = AnAttachment(stores, ASubject(stores));
        await Check.ThrowsAsync<ConcurrencyConflictException>(
            () => stores.CommitAsync(unit =>
            {
                stores.Get<IAttachmentStore>().Add(unit, attachment);
                stores.Get<IAttachmentStore>().Add(unit, attachment);
            }, ct),
            "Adding an id twice in one commit").ConfigureAwait(false);

        Check.Equal(null, await FindAsync(stores, attachment, ct).ConfigureAwait(false), "The attachment of a commit that failed");
        Check.Sequence([], await ListAsync(stores, attachment.Attachment.Subject, ct).ConfigureAwait(false), "The attachments of the subject");
    }

    private static async Task OpensAsync(IClinicStores stores, CancellationToken ct)
    {
        byte[] clear = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3];
        var attachments = new Attachments(stores.Get<IAttachmentStore>(), AttachmentKeyRing.Random(), stores.Get<IIdGenerator>());
        var subject = ASubject(stores);
        Attachment? staged = null;
        await stores.CommitAsync(unit => staged = attachments.Stage(unit, subject, new AttachmentContent(AttachmentKind.Photo, "image/png", clear)), ct).ConfigureAwait(false);

        var opened = await attachments.OpenAsync(stores.Tenant, staged!.Id, ct).ConfigureAwait(false);

        Check.Equal(staged, opened.Attachment, "What is known of it");
        Check.Sequence(clear, opened.Bytes.ToArray(), "The clear content");
    }

    private static async Task SeparatesTenantsAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IAttachmentStore>();
        var mine = AnAttachment(stores, ASubject(stores), AttachmentKind.Photo, [1]);
        var theirs = new SealedAttachment(mine.Attachment with { Length = 7 }, new byte[] { 2 });
        await AddAsync(stores, mine, ct).ConfigureAwait(false);
        Check.Equal(null, await store.FindAsync(stores.OtherTenant, mine.Attachment.Id, ct).ConfigureAwait(false), "The attachment in the other tenant");
        Check.Sequence([], await store.ListAsync(stores.OtherTenant, mine.Attachment.Subject, ct).ConfigureAwait(false), "The list in the other tenant");

        await stores.CommitAsync(unit => store.Add(unit, theirs), ct, stores.OtherTenant).ConfigureAwait(false);

        Expect(mine, await FindAsync(stores, mine, ct).ConfigureAwait(false));
        Expect(theirs, await store.FindAsync(stores.OtherTenant, mine.Attachment.Id, ct).ConfigureAwait(false));
    }

    private static FactKey ASubject(IClinicStores stores) => new("contract.subject", stores.Get<IIdGenerator>().Next());

    private static SealedAttachment AnAttachment(IClinicStores stores, FactKey subject, AttachmentKind kind = AttachmentKind.DrawnSignature, byte[]? bytes = null) =>
        new(
            new Attachment(
                stores.NewId<AttachmentId>(), subject, kind, "image/webp", 1234, new string('a', 64), "k-1",
                stores.Clock.GetCurrentInstant().TruncateToMicroseconds(), stores.NewId<PersonId>()),
            bytes ?? [7]);

    private static void Expect(SealedAttachment expected, SealedAttachment? actual)
    {
        var found = Check.Found(actual, "The attachment");
        Check.Equal(expected.Attachment, found.Attachment, "What is known of it");
        Check.Sequence(expected.Content.ToArray(), found.Content.ToArray(), "The sealed bytes");
    }

    private static Task<ContractAnswer> AddAsync(IClinicStores stores, SealedAttachment attachment, CancellationToken ct) =>
        stores.CommitAsync(unit => stores.Get<IAttachmentStore>().Add(unit, attachment), ct);

    private static Task<SealedAttachment?> FindAsync(IClinicStores stores, SealedAttachment attachment, CancellationToken ct) =>
        stores.Get<IAttachmentStore>().FindAsync(stores.Tenant, attachment.Attachment.Id, ct);

    private static Task<IReadOnlyList<Attachment>> ListAsync(IClinicStores stores, FactKey subject, CancellationToken ct) =>
        stores.Get<IAttachmentStore>().ListAsync(stores.Tenant, subject, ct);
}
