using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Clinic.Abstractions.Tests.Attachments;

public sealed class AttachmentSealLaws
{
    private static readonly TenantId Tenant = new(new Guid("00000000-0000-7000-8000-0000000000f2"));

    private static readonly Arbitrary<Sealed> AnySealed = Arb.From(
        from content in Gen.ArrayOf(Gen.Choose(0, 255).Select(b => (byte)b))
        from key in Gen.ArrayOf(Gen.Choose(0, 255).Select(b => (byte)b), AttachmentKeyRing.KeyBytes)
        from subject in Gen.Choose(1, int.MaxValue)
        from kind in Gen.Elements(Enum.GetValues<AttachmentKind>())
        from type in Gen.Elements(Samples.Allowed.Keys.ToArray())
        select new Sealed(content, key, About(subject, kind, type, content)));

    private static readonly Func<Attachment, Attachment>[] Changes =
    [
        a => a with { Id = new AttachmentId(Guid.CreateVersion7()) },
        a => a with { Subject = a.Subject with { Kind = a.Subject.Kind + "x" } },
        a => a with { Subject = a.Subject with { Id = Guid.CreateVersion7() } },
        a => a with { Kind = (AttachmentKind)(((int)a.Kind + 1) % 3) },
        a => a with { MediaType = a.MediaType == "image/png" ? "image/jpeg" : "image/png" },
        a => a with { Length = a.Length + 1 },
        a => a with { Sha256 = AttachmentSeal.HashOf([1, 2, 3, 4, 5]) },
        a => a with { KeyId = "k2" },
        a => a with { MadeAt = a.MadeAt + Duration.FromMilliseconds(1) },
        a => a with { MadeBy = new PersonId(Guid.CreateVersion7()) },

        // The same letters in another place.
        a => a with { MediaType = a.MediaType[..^1], Sha256 = a.MediaType[^1] + a.Sha256 },
    ];

    [Fact]
    public void What_is_sealed_opens_with_the_same_key_and_description() =>
        Prop.ForAll(AnySealed, s => AttachmentSeal.Open(Tenant, s.Stored, s.Key)!.SequenceEqual(s.Content)).Holds();

    [Fact]
    public void Any_bit_that_flips_is_seen() =>
        Prop.ForAll(AnySealed, Arb.From(Gen.Choose(0, int.MaxValue)), (s, at) =>
        {
            var bytes = s.Stored.Content.ToArray();
            var bit = at % (bytes.Length * 8);
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            return AttachmentSeal.Open(Tenant, new SealedAttachment(s.About, bytes), s.Key) is null;
        }).Holds(500);

    [Fact]
    public void Every_single_bit_of_one_attachment_is_seen()
    {
        var s = new Sealed(Samples.Png, new byte[32], About(1, AttachmentKind.Photo, "image/png", Samples.Png));

        for (var bit = 0; bit < s.Stored.Content.Length * 8; bit++)
        {
            var bytes = s.Stored.Content.ToArray();
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(AttachmentSeal.Open(Tenant, new SealedAttachment(s.About, bytes), s.Key));
        }
    }

    [Fact]
    public void Bytes_that_are_missing_or_added_are_seen() =>
        Prop.ForAll(AnySealed, Arb.From(Gen.Choose(1, 40)), (s, count) =>
        {
            var bytes = s.Stored.Content.ToArray();
            var shorter = new SealedAttachment(s.About, bytes.AsMemory(0, Math.Max(0, bytes.Length - count)));
            var longer = new SealedAttachment(s.About, (byte[])[.. bytes, .. new byte[count]]);
            return AttachmentSeal.Open(Tenant, shorter, s.Key) is null && AttachmentSeal.Open(Tenant, longer, s.Key) is null;
        }).Holds();

    [Fact]
    public void Another_key_opens_nothing() =>
        Prop.ForAll(AnySealed, Arb.From(Gen.Choose(0, (AttachmentKeyRing.KeyBytes * 8) - 1)), (s, bit) =>
        {
            var key = s.Key.ToArray();
            key[bit / 8] ^= (byte)(1 << (bit % 8));
            return AttachmentSeal.Open(Tenant, s.Stored, key) is null;
        }).Holds();

    [Fact]
    public void Another_tenant_opens_nothing() =>
        Prop.ForAll(AnySealed, s => AttachmentSeal.Open(new TenantId(Guid.CreateVersion7()), s.Stored, s.Key) is null).Holds();

    [Fact]
    public void Another_word_about_it_opens_nothing() =>
        Prop.ForAll(AnySealed, Arb.From(Gen.Elements(Changes)), (s, change) =>
            AttachmentSeal.Open(Tenant, new SealedAttachment(change(s.About), s.Stored.Content), s.Key) is null).Holds(300);

    [Fact]
    public void The_bytes_of_another_attachment_do_not_pass() =>
        Prop.ForAll(AnySealed, AnySealed, (one, two) =>
        {
            var other = AttachmentSeal.Seal(Tenant, two.About, two.Content, one.Key);
            return AttachmentSeal.Open(Tenant, new SealedAttachment(one.About, other), one.Key) is null;
        }).Holds();

    private static Attachment About(int subject, AttachmentKind kind, string type, byte[] content) => new(
        new AttachmentId(Guid.CreateVersion7()), new FactKey("test.subject", new Guid(subject, 0, 0, new byte[8])), kind, type, content.Length,
        AttachmentSeal.HashOf(content), "k1", Instant.FromUtc(2026, 3, 10, 15, 0), new PersonId(Guid.CreateVersion7()));

    private sealed record Sealed(byte[] Content, byte[] Key, Attachment About)
    {
        public SealedAttachment Stored { get; } = new(About, AttachmentSeal.Seal(Tenant, About, Content, Key));
    }
}
