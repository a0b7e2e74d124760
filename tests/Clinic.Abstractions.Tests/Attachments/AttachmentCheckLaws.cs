using FsCheck;
using FsCheck.Fluent;

namespace Clinic.Abstractions.Tests.Attachments;

public sealed class AttachmentCheckLaws
{
    private static readonly string[] Declarable = [.. Samples.Allowed.Keys, "IMAGE/PNG", "image/svg+xml", "image/gif", "text/html", "", "image/png\n"];

    private static readonly Gen<byte[]> AnyBytes = Gen.ArrayOf(Gen.Choose(0, 255).Select(b => (byte)b));

    private static readonly Arbitrary<(string Declared, string? Real, byte[] Bytes, int Largest)> AnyContent = Arb.From(
        from declared in Gen.Elements(Declarable)
        from real in Gen.Elements<string?>([.. Samples.Allowed.Keys, null])
        from rest in AnyBytes
        from largest in Gen.Choose(1, 40)
        select (declared, real, Bytes: real is null ? [(byte)'<', .. rest] : (byte[])[.. Samples.Allowed[real], .. rest], largest));

    [Fact]
    public void Content_passes_exactly_when_type_and_size_are_right_and_every_failure_is_named() =>
        Prop.ForAll(AnyContent, c =>
        {
            var known = Samples.Allowed.ContainsKey(c.Declared.ToLowerInvariant());
            List<string> expected = [];
            if (!known) expected.Add(ClinicRules.AttachmentTypeNotAllowed);
            if (c.Bytes.Length > c.Largest) expected.Add(ClinicRules.AttachmentSizeNotAllowed);
            if (c.Real is null || !string.Equals(c.Real, c.Declared, StringComparison.OrdinalIgnoreCase)) expected.Add(ClinicRules.AttachmentTypeDiffers);
            return expected.SequenceEqual(Failures(c.Declared, c.Bytes, c.Largest));
        }).Holds(500);

    [Fact]
    public void Nothing_at_all_is_refused_as_whatever_it_is_declared() =>
        Prop.ForAll(Arb.From(Gen.Elements(Declarable)), declared =>
            Failures(declared, [], 1000).Contains(ClinicRules.AttachmentSizeNotAllowed)).Holds();

    private static IEnumerable<string> Failures(string declared, byte[] bytes, int largest)
    {
        try
        {
            AttachmentCheck.Checked(new AttachmentContent(AttachmentKind.Photo, declared, bytes), largest);
            return [];
        }
        catch (ClinicRuleException e)
        {
            return [.. e.Failures.Select(f => f.Code)];
        }
    }
}
