using System.Net.Mime;
using System.Text;
using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Api.Binding;
using Clinic.Api.Pharmacy;
using Clinic.Api.Problems;
using Clinic.EmergencyBilling;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Statements.Printing;
using Clinic.EmergencyBilling.Stays;

namespace Clinic.Api.EmergencyBilling;

/// <summary>Prints bills: looks names up when somebody looks, notes the look first, and keeps none of them.</summary>
internal static class BillPrinting
{
    public static async Task<IResult> PageAsync(
        SiteReading reading, StayId stay, int? revision, string? lang, StatementInquiries inquiries, IPatientDirectory patients, IPersonDirectory people, ISiteDirectory sites,
        PatientReadLog reads, HttpContext http, CancellationToken ct)
    {
        var language = Language(lang, http);
        var paper = await inquiries.PaperAsync(reading.X, stay, revision, language, ct);
        return Printed.Html(http, BillPage.Html(paper, await NamesAsync(reading.X, paper, patients, people, sites, reads, ct), language), language);
    }

    public static async Task<IResult> TextAsync(
        SiteReading reading, StayId stay, int? revision, string? lang, StatementInquiries inquiries, IPatientDirectory patients, IPersonDirectory people, ISiteDirectory sites,
        PatientReadLog reads, HttpContext http, CancellationToken ct)
    {
        var language = Language(lang, http);
        var paper = await inquiries.PaperAsync(reading.X, stay, revision, language, ct);
        var text = BillText.Of(paper, await NamesAsync(reading.X, paper, patients, people, sites, reads, ct), language);
        return TypedResults.Content(text, MediaTypeNames.Text.Plain, Encoding.UTF8);
    }

    private static string Language(string? lang, HttpContext http) => lang switch
    {
        null => Languages.Of(http),
        "es" or "en" => lang,
        _ => throw new EmergencyBillingException(EmergencyBillingRules.FieldInvalid, ("field", "lang"), ("found", lang), ("allowed", "es, en")),
    };

    private static async Task<BillNames> NamesAsync(
        CommandContext x, BillPaper paper, IPatientDirectory patients, IPersonDirectory people, ISiteDirectory sites, PatientReadLog reads, CancellationToken ct)
    {
        await reads.NoteAsync(x, "stay.bill-printed", [paper.Stay.Patient], ct);
        var names = new Dictionary<PersonId, string>();
        foreach (var person in paper.People)
        {
            if (await people.FindAsync(x.Tenant, person, ct) is { } found) names[person] = found.Name;
        }

        var site = await sites.FindSiteAsync(x.Tenant, x.Site, ct);
        return new(site?.Name ?? x.Site.ToString(), (await patients.FindAsync(x.Tenant, paper.Stay.Patient, ct))?.Name, names);
    }
}
