namespace Clinic.Abstractions;

/// <summary>What content may be attached. Pure; never repeats the content.</summary>
internal static class AttachmentCheck
{
    /// <summary>The media type in its one form.</summary>
    /// <exception cref="ClinicRuleException">Every failed guard at once.</exception>
    public static string Checked(AttachmentContent content, int largest)
    {
        var failures = new List<RuleFailure>();
        var bytes = content.Bytes.Span;
        var declared = MediaTypes.Named(content.MediaType);
        var found = MediaTypes.Of(bytes);
        if (!Enum.IsDefined(content.Kind))
            failures.Add(new(ClinicRules.Malformed, ("field", "kind"), ("found", (int)content.Kind), ("allowed", string.Join(", ", Enum.GetValues<AttachmentKind>()))));
        if (declared is null)
            failures.Add(new(ClinicRules.AttachmentTypeNotAllowed, ("found", content.MediaType), ("allowed", string.Join(", ", MediaTypes.Allowed))));
        if (bytes.Length < 1 || bytes.Length > largest)
            failures.Add(new(ClinicRules.AttachmentSizeNotAllowed, ("found", bytes.Length), ("largest", largest)));

        // Nothing at all is of no type; that it is nothing was said.
        if (bytes.Length > 0 && (found is null || found != declared))
            failures.Add(new(ClinicRules.AttachmentTypeDiffers, ("declared", declared ?? content.MediaType), ("found", found ?? "of no allowed type")));
        return failures.Count == 0 ? declared! : throw new ClinicRuleException(failures);
    }
}
