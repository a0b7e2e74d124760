using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Clinic.Abstractions.InMemory;
using Clinic.Abstractions.Tests.Commands;

namespace Clinic.Abstractions.Tests.Attachments;

public sealed class AttachmentsTests
{
    private static readonly FactKey Subject = new("test.hand-over", new Guid("00000000-0000-7000-8000-0000000000e1"));

    private readonly Desk desk = new();
    private readonly InMemoryAttachmentStore store;

    public AttachmentsTests() => store = new(desk.Store);

    public static TheoryData<string> Types => [.. Samples.Allowed.Keys];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Types))]
    public async Task What_was_attached_is_opened_again(string mediaType)
    {
        var attachments = Over(AttachmentKeyRing.Random());
        var bytes = Samples.Allowed[mediaType];

        var staged = await StageAsync(attachments, new(AttachmentKind.DrawnSignature, mediaType.ToUpperInvariant(), bytes));
        var opened = await attachments.OpenAsync(Desk.Tenant, staged.Id, Ct);

        Assert.Equal(bytes, opened.Bytes.ToArray());
        Assert.Equal(staged, opened.Attachment);
        Assert.Equal(
            new Attachment(staged.Id, Subject, AttachmentKind.DrawnSignature, mediaType, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), "random", desk.Clock.Now.TruncateToMicroseconds(), desk.As().Actor.Person),
            staged);
        Assert.Equal([staged], await store.ListAsync(Desk.Tenant, Subject, Ct));
    }

    [Fact]
    public async Task The_audit_of_the_subject_keeps_the_hash()
    {
        var staged = await StageAsync(Over(AttachmentKeyRing.Random()), new(AttachmentKind.Photo, "image/png", Samples.Png));

        var entry = Assert.Single(await desk.AuditAsync(), e => e.Action == "attachment.added");
        Assert.Equal(Subject, entry.Subject);
        Assert.Equal($"Photo {staged.Id}, image/png, 12 bytes, SHA-256 {staged.Sha256}", entry.Note);
    }

    [Theory]
    [InlineData("image/svg+xml")]
    [InlineData("image/gif")]
    [InlineData("image/jpg")]
    [InlineData("image/png ")]
    [InlineData("image/png; charset=utf-8")]
    [InlineData("text/html")]
    [InlineData("application/octet-stream")]
    [InlineData("")]
    public async Task A_type_that_is_not_allowed_is_refused_whatever_the_content(string mediaType)
    {
        foreach (var bytes in Samples.Allowed.Values.Append(Samples.Svg))
        {
            var refused = await RefusedAsync(new(AttachmentKind.Photo, mediaType, bytes));

            Assert.Equal([ClinicRules.AttachmentTypeNotAllowed, ClinicRules.AttachmentTypeDiffers], refused.Failures.Select(f => f.Code));
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Content_of_another_type_than_declared_is_refused(string declared)
    {
        byte[][] noneOfThem =
        [
            Samples.Svg, [0], "GIF89a"u8.ToArray(), Encoding.UTF8.GetBytes("<html>"), Samples.Png[..7], Samples.Jpeg[..2], Samples.Webp[..13], Samples.Pdf[..4],
            [.. "RIFF"u8, 26, 0, 0, 0, .. "WAVEfmt "u8], [0, .. Samples.Allowed[declared]], [.. Encoding.UTF8.Preamble, .. Samples.Allowed[declared]],
        ];
        var others = Samples.Allowed.Where(s => s.Key != declared).Select(s => (Bytes: s.Value, Found: s.Key)).Concat(noneOfThem.Select(b => (b, "of no allowed type")));

        foreach (var (bytes, found) in others)
        {
            var failure = Assert.Single((await RefusedAsync(new(AttachmentKind.Photo, declared, bytes))).Failures);
            Assert.Equal((ClinicRules.AttachmentTypeDiffers, declared, found), (failure.Code, failure.Facts["declared"], failure.Facts["found"]));
        }
    }

    [Fact]
    public async Task Size_is_one_byte_to_the_limit()
    {
        var options = new AttachmentOptions { LargestBytes = 1000 };
        await StageAsync(Over(AttachmentKeyRing.Random(), options), new(AttachmentKind.Photo, "image/png", Padded(1000)));

        var large = Assert.Single((await RefusedAsync(new(AttachmentKind.Photo, "image/png", Padded(1001)), options)).Failures);
        var empty = Assert.Single((await RefusedAsync(new(AttachmentKind.Photo, "image/png", default), options)).Failures);

        Assert.Equal((ClinicRules.AttachmentSizeNotAllowed, "1001", "1000"), (large.Code, large.Facts["found"], large.Facts["largest"]));
        Assert.Equal((ClinicRules.AttachmentSizeNotAllowed, "0"), (empty.Code, empty.Facts["found"]));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(AttachmentOptions.HighestLimit, true)]
    [InlineData(0, false)]
    [InlineData(AttachmentOptions.HighestLimit + 1, false)]
    public void The_limit_has_limits(int largest, bool allowed)
    {
        var failure = Record.Exception(() => Over(AttachmentKeyRing.Random(), new AttachmentOptions { LargestBytes = largest }));

        Assert.Equal(allowed, failure is null);
        Assert.True(allowed || failure is ArgumentOutOfRangeException);
        Assert.Equal(2 * 1024 * 1024, new AttachmentOptions().LargestBytes);
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once_and_nothing_is_kept()
    {
        var refused = await RefusedAsync(new((AttachmentKind)9, "image/svg+xml", Padded(8)), new AttachmentOptions { LargestBytes = 7 });

        Assert.Equal(
            [ClinicRules.Malformed, ClinicRules.AttachmentTypeNotAllowed, ClinicRules.AttachmentSizeNotAllowed, ClinicRules.AttachmentTypeDiffers],
            refused.Failures.Select(f => f.Code));
        Assert.Empty(await store.ListAsync(Desk.Tenant, Subject, Ct));
        Assert.Equal("El tipo image/svg+xml no se puede adjuntar; se admite image/png, image/jpeg, image/webp, application/pdf.", refused.Describe(refused.Failures[1], "es"));
        var other = (await RefusedAsync(new(AttachmentKind.Photo, "image/png", Samples.Svg))).Failures[0];
        Assert.Equal("El adjunto se declaró como image/png; su contenido es de un tipo no admitido.", refused.Describe(other, "es"));
    }

    [Fact]
    public async Task Attachments_sealed_with_an_older_key_are_opened_while_the_key_is_there()
    {
        var (old, next) = (RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32));
        var staged = await StageAsync(Over(new("old", new Dictionary<string, byte[]> { ["old"] = old })), new(AttachmentKind.Photo, "image/png", Samples.Png));

        var rotated = Over(new("new", new Dictionary<string, byte[]> { ["new"] = next, ["old"] = old }));
        Assert.Equal(Samples.Png, (await rotated.OpenAsync(Desk.Tenant, staged.Id, Ct)).Bytes.ToArray());
        Assert.Equal("new", (await StageAsync(rotated, new(AttachmentKind.Photo, "image/png", Samples.Png))).KeyId);

        var missing = await ClosedAsync(Over(new("new", new Dictionary<string, byte[]> { ["new"] = next })), staged.Id);
        Assert.Equal((ClinicRules.AttachmentKeyMissing, "old"), (missing.Code, missing.Failures[0].Facts["key"]));
        var wrong = await ClosedAsync(Over(new("old", new Dictionary<string, byte[]> { ["old"] = next })), staged.Id);
        Assert.Equal((ClinicRules.AttachmentNotGenuine, "old"), (wrong.Code, wrong.Failures[0].Facts["key"]));
    }

    [Fact]
    public async Task An_attachment_that_is_not_there_is_unknown()
    {
        var attachments = Over(AttachmentKeyRing.Random());
        var staged = await StageAsync(attachments, new(AttachmentKind.Photo, "image/png", Samples.Png));

        Assert.Equal(ClinicRules.AttachmentUnknown, (await ClosedAsync(attachments, desk.Ids.Next<AttachmentId>())).Code);
        var elsewhere = await Assert.ThrowsAsync<ClinicRuleException>(() => attachments.OpenAsync(new TenantId(Guid.CreateVersion7()), staged.Id, Ct));
        Assert.Equal((ClinicRules.AttachmentUnknown, RuleKind.NotFound), (elsewhere.Code, elsewhere.Kind));
    }

    [Fact]
    public async Task The_same_content_is_never_sealed_the_same_twice()
    {
        var attachments = Over(AttachmentKeyRing.Random());
        var content = new AttachmentContent(AttachmentKind.Photo, "image/png", Samples.Png);
        var (one, two) = (await StageAsync(attachments, content), await StageAsync(attachments, content));

        var (first, second) = ((await store.FindAsync(Desk.Tenant, one.Id, Ct))!, (await store.FindAsync(Desk.Tenant, two.Id, Ct))!);

        Assert.NotEqual(first.Content[..12].ToArray(), second.Content[..12].ToArray());
        Assert.NotEqual(first.Content[12..].ToArray(), second.Content[12..].ToArray());
        Assert.Equal(Samples.Png.Length + 28, first.Content.Length);
    }

    [Fact]
    public async Task Nothing_shows_the_content_or_a_key()
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var ring = new AttachmentKeyRing("k2", new Dictionary<string, byte[]> { ["k2"] = key, ["k1"] = key });
        var content = new AttachmentContent(AttachmentKind.Photo, "image/png", Samples.Png);
        var staged = await StageAsync(Over(ring), content);
        var stored = (await store.FindAsync(Desk.Tenant, staged.Id, Ct))!;
        var opened = await Over(ring).OpenAsync(Desk.Tenant, staged.Id, Ct);

        Assert.Equal("attachment keys k1, k2", ring.ToString());
        Assert.Equal("Photo", content.ToString());
        Assert.All([staged.ToString(), stored.ToString(), opened.ToString()], text => Assert.Equal($"Photo {staged.Id}", text));
        Assert.DoesNotContain(Convert.ToBase64String(key), JsonSerializer.Serialize(ring), StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_that_are_missing_or_of_another_length_are_refused()
    {
        var key = new byte[32];
        Assert.Throws<ArgumentException>(() => new AttachmentKeyRing("a", new Dictionary<string, byte[]> { ["b"] = key }));
        Assert.Throws<ArgumentException>(() => new AttachmentKeyRing(" ", new Dictionary<string, byte[]> { [" "] = key }));
        foreach (var length in (int[])[0, 16, 31, 33])
            Assert.Throws<ArgumentException>(() => new AttachmentKeyRing("a", new Dictionary<string, byte[]> { ["a"] = key, ["b"] = new byte[length] }));
    }

    [Fact]
    public void A_command_is_another_when_its_attachment_is()
    {
        var content = new AttachmentContent(AttachmentKind.Photo, "image/png", Samples.Png);

        var one = Described(content);

        Assert.Equal(one, Described(new(AttachmentKind.Photo, "image/png", Samples.Png.ToArray())));
        Assert.NotEqual(one, Described(new(AttachmentKind.Photo, "image/png", Padded(13))));
        Assert.NotEqual(one, Described(new(AttachmentKind.Document, "image/png", Samples.Png)));
        Assert.NotEqual(one, Described(new(AttachmentKind.Photo, "image/jpeg", Samples.Png)));
    }

    private static string Described(AttachmentContent content)
    {
        var written = new Written();
        content.Describe(written);
        return string.Join('|', written.Values);
    }

    private static byte[] Padded(int length) => [.. Samples.Png, .. new byte[Math.Max(0, length - Samples.Png.Length)]];

    private Abstractions.Attachments Over(AttachmentKeyRing keys, AttachmentOptions? options = null) => new(store, keys, desk.Ids, options);

    private async Task<Attachment> StageAsync(Abstractions.Attachments attachments, AttachmentContent content)
    {
        Attachment? staged = null;
        await desk.NoteAsync(desk.As(), also: unit => staged = attachments.Stage(unit, Subject, content), ct: Ct);
        return staged!;
    }

    private Task<ClinicRuleException> RefusedAsync(AttachmentContent content, AttachmentOptions? options = null) =>
        Assert.ThrowsAsync<ClinicRuleException>(() => StageAsync(Over(AttachmentKeyRing.Random(), options), content));

    private static Task<ClinicRuleException> ClosedAsync(Abstractions.Attachments attachments, AttachmentId id) =>
        Assert.ThrowsAsync<ClinicRuleException>(() => attachments.OpenAsync(Desk.Tenant, id, Ct));

    private sealed class Written : IPayloadWriter
    {
        public List<string> Values { get; } = [];

        public void Write(string name, string? value) => Values.Add($"{name}={value}");
    }
}
