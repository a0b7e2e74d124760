using System.Text.Json.Nodes;
using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.EmergencyBilling.Reports;
using Clinic.EmergencyBilling.Rights;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;

namespace Clinic.Bridges.Fhir;

/// <summary>Reads emergency stays as FHIR, where the app uses them; every look at a patient is in the audit.</summary>
internal sealed class StayExport(StayAccounts accounts, PatientReadLog reads, FhirOptions options)
{
    public async Task<JsonObject?> FindAsync(CommandContext x, FhirType type, string id, CancellationToken ct)
    {
        var account = await AccountAsync(x, type, id, ct).ConfigureAwait(false);
        var resource = account is null ? null : (await AllAsync(x, type, [account], withEarlier: true, ct).ConfigureAwait(false)).FirstOrDefault(r => r["id"]!.GetValue<string>() == id);
        if (resource is not null) await NoteAsync(x, [account!], ct).ConfigureAwait(false);
        return resource;
    }

    public async Task<FhirBundle> ListAsync(CommandContext x, FhirType type, FhirQuery query, PageRequest page, CancellationToken ct)
    {
        var found = await accounts.ListAsync(x, ActOf(type), new() { Patient = query.Patient, Encounter = query.Encounter }, page, ct).ConfigureAwait(false);
        var resources = await AllAsync(x, type, found.Items, withEarlier: false, ct).ConfigureAwait(false);
        await NoteAsync(x, found.Items, ct).ConfigureAwait(false);
        return new(resources, found.Next);
    }

    private static EmergencyAct ActOf(FhirType type) => type == FhirType.Encounter ? EmergencyAct.ReadStays : EmergencyAct.ReadBills;

    private async Task<StayAccount?> AccountAsync(CommandContext x, FhirType type, string id, CancellationToken ct) => type switch
    {
        FhirType.Encounter => EncounterId.TryParse(id, out var encounter) ? await accounts.FindAsync(x, ActOf(type), encounter, ct).ConfigureAwait(false) : null,
        FhirType.Invoice => StayInvoiceId.TryParse(id, out var invoice) ? await accounts.FindAsync(x, ActOf(type), invoice, ct).ConfigureAwait(false) : null,
        _ => FhirIds.TryRead(id, out var stay, out var numbers) && numbers.Length == 2 ? await accounts.FindAsync(x, ActOf(type), new StayId(stay), ct).ConfigureAwait(false) : null,
    };

    private async Task<List<JsonObject>> AllAsync(CommandContext x, FhirType type, IReadOnlyList<StayAccount> found, bool withEarlier, CancellationToken ct)
    {
        if (type == FhirType.Encounter) return [.. found.Where(a => a.SpeaksForVisit).Select(a => EncounterMapping.Of(a.Stay, options))];
        if (type == FhirType.Invoice) return [.. found.SelectMany(a => a.Invoices.Select(i => InvoiceMapping.Of(a, i, options)))];
        var previews = await accounts.PreviewsAsync(x, found, ct).ConfigureAwait(false);
        return [.. found.SelectMany((a, i) => Charges(a, previews[i], withEarlier))];
    }

    // An open stay has lines that may still change; a closed one those of its last bill; earlier bills are found by those who hold an invoice.
    private IEnumerable<JsonObject> Charges(StayAccount account, ChargeStatement? preview, bool withEarlier)
    {
        var stay = account.Stay;
        var last = stay.IsOpen ? null : account.Bill?.Revision;
        var running = preview?.Lines.Select(l => ChargeItemMapping.Of(stay, preview, l, null, isLast: true, options)) ?? [];
        return running.Concat(
            from revision in account.Revisions
            where revision.Statement.Kind == StatementKind.Final && (withEarlier || revision.Revision == last)
            from line in revision.Statement.Lines
            select ChargeItemMapping.Of(stay, revision.Statement, line, revision, revision.Revision == last, options));
    }

    private Task NoteAsync(CommandContext x, IReadOnlyList<StayAccount> seen, CancellationToken ct) =>
        reads.NoteAsync(x, FhirExport.Seen, seen.Select(a => a.Stay.Patient), ct);
}
