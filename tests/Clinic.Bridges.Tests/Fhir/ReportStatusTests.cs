using Clinic.Bridges.Fhir;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Reports;
using NodaTime;

namespace Clinic.Bridges.Tests.Fhir;

/// <summary>The table of reports: every status in the codes of FHIR R4.</summary>
public class ReportStatusTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 3, 9, 15, 0);

    [Theory]
    [InlineData(ReportStatus.Drafting, null, null)]
    [InlineData(ReportStatus.DraftFailed, null, null)]
    [InlineData(ReportStatus.InReview, "preliminary", "preliminary")]
    [InlineData(ReportStatus.Rejected, "entered-in-error", "entered-in-error")]
    [InlineData(ReportStatus.Signed, "final", "amended")]
    [InlineData(ReportStatus.FilingFailed, "final", "amended")]
    [InlineData(ReportStatus.Filed, "final", "amended")]
    [InlineData(ReportStatus.EnteredInError, "entered-in-error", "entered-in-error")]
    [InlineData(ReportStatus.Erased, null, null)]
    public void Every_status_has_its_code(ReportStatus status, string? asSigned, string? changed)
    {
        Assert.Equal(asSigned, ReportStatuses.Composition(status, isChanged: false));
        if (asSigned != "preliminary") Assert.Equal(changed, ReportStatuses.Composition(status, isChanged: true));
    }

    [Theory]
    [InlineData(ReportStatus.InReview, 0, true, "current", "preliminary")]
    [InlineData(ReportStatus.Rejected, 0, true, "entered-in-error", "entered-in-error")]
    [InlineData(ReportStatus.Signed, 1, true, "current", "final")]
    [InlineData(ReportStatus.Filed, 1, false, "superseded", "final")]
    [InlineData(ReportStatus.Filed, 2, true, "current", "amended")]
    [InlineData(ReportStatus.EnteredInError, 1, false, "entered-in-error", "entered-in-error")]
    public void Every_version_is_a_document(ReportStatus status, int version, bool isLast, string document, string content)
    {
        Assert.Equal(document, ReportStatuses.Document(status, isLast));
        Assert.Equal(content, ReportStatuses.Content(status, version));
    }

    [Fact]
    public void A_consent_is_active_rejected_or_inactive()
    {
        var granted = ConsentState.Undecided with { Granted = ConsentScopes.All, FormVersion = 1, GrantedAt = At, Decisions = 1 };

        Assert.Null(ReportStatuses.Consent(ConsentState.Undecided));
        Assert.Equal("active", ReportStatuses.Consent(granted));
        Assert.Equal("rejected", ReportStatuses.Consent(granted with { Granted = ConsentScope.None, RefusedAt = At }));
        Assert.Equal("inactive", ReportStatuses.Consent(granted with { Granted = ConsentScope.None, WithdrawnAt = At }));
        Assert.Equal("inactive", ReportStatuses.Consent(granted with { Granted = ConsentScope.None }));
    }

    [Fact]
    public void Sections_have_the_codes_of_loinc_where_there_is_one()
    {
        Assert.Equal(
            ["10154-3", "10164-2", "11348-0", "10167-5", null, "48765-2", "10160-0", "11369-6", null, "10187-3", "29545-1", "30954-2", "51848-0", "18776-5"],
            Enum.GetValues<ReportSection>().Select(s => ReportSections.CodeOf(s)?.Code));
        // The last figure of a LOINC code checks the others (mod 10).
        Assert.All(Enum.GetValues<ReportSection>().Select(s => ReportSections.CodeOf(s)?.Code).OfType<string>().Append("11488-4").Append("48767-8").Append("59284-0"), c => Assert.Equal(Check(c[..^2]), c[^1] - '0'));
    }

    private static int Check(string number)
    {
        var sum = number.Reverse().Select((c, i) => i % 2 == 0 ? (c - '0') * 2 : c - '0').Sum(d => (d / 10) + (d % 10));
        return (10 - (sum % 10)) % 10;
    }
}
