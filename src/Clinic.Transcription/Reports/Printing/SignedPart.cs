namespace Clinic.Transcription.Reports.Printing;

/// <summary>A signature on paper: of a version or addendum, and whether it was found genuine.</summary>
internal sealed record SignedPart(RecordPart Part, ReportSignature Signature, bool? IsGenuine)
{
    /// <summary>Every signature of a report, versions first.</summary>
    public static IReadOnlyList<SignedPart> Of(ReportView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var checks = view.Signatures.ToDictionary(s => s.Part, s => s.IsGenuine);
        return
        [
            .. view.Report.Versions.Select(v => (Part: new RecordPart(v.Number, null), v.Signature))
                .Concat(view.Report.Addenda.Select(a => (Part: new RecordPart(a.ToVersion, a.Number), a.Signature)))
                .Select(p => new SignedPart(p.Part, p.Signature, checks.TryGetValue(p.Part, out var genuine) ? genuine : null)),
        ];
    }

    /// <summary>What the paper says of it; what nobody checked is not called genuine.</summary>
    public string Check(ReportWords w) => IsGenuine switch
    {
        true => w.Say("auténtica", "genuine"),
        false => w.Say("NO VÁLIDA", "NOT VALID"),
        null => w.Say("sin verificar", "not checked"),
    };
}
