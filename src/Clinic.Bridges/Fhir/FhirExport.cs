using System.Text.Json.Nodes;
using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Bridges.Dispensing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Inquiries;
using Clinic.Dispensing.Usage;
using Clinic.EmergencyBilling.Reports;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Requisitions;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Sessions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Clinic.Bridges.Fhir;

/// <summary>Reads dispensing, catalogue, emergency stays and clinical reports as FHIR R4. What the actor may not see is not there; looks at patients are in the audit.</summary>
public sealed class FhirExport(
    DispensationInquiries inquiries, IDoseStore doses, IMedicationStore medications, IPresentationStore presentations, ILotStore lots, ISiteDirectory sites,
    PatientReadLog reads, IOptions<FhirOptions> options, RequisitionInquiries? requisitions = null, StayAccounts? accounts = null,
    ReportInquiries? reports = null, SessionInquiries? sessions = null, ConsentDesk? consents = null, IIdGenerator? ids = null)
{
    private readonly SupplyExport? supplies = requisitions is null ? null : new(requisitions, presentations, options.Value);

    private readonly StayExport? stays = accounts is null ? null : new(accounts, reads, options.Value);

    private readonly ReportExport? papers = reports is null || sessions is null || consents is null || ids is null ? null : new(reports, sessions, consents, reads, ids, options.Value);

    internal const string Seen = "fhir.read";

    /// <summary>One resource, or null where there is none that the actor may see.</summary>
    public async Task<JsonObject?> FindAsync(CommandContext x, FhirType type, string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(id);
        return type switch
        {
            FhirType.Medication => await MedicationAsync(x.Tenant, id, cancellationToken).ConfigureAwait(false),
            FhirType.MedicationAdministration => await AdministrationAsync(x, id, cancellationToken).ConfigureAwait(false),
            FhirType.SupplyRequest or FhirType.SupplyDelivery => supplies is null
                ? null
                : await supplies.FindAsync(x, type, id, await ZoneAsync(x, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false),
            FhirType.Encounter or FhirType.ChargeItem or FhirType.Invoice => stays is null ? null : await stays.FindAsync(x, type, id, cancellationToken).ConfigureAwait(false),
            FhirType.Composition or FhirType.DocumentReference or FhirType.Consent or FhirType.Provenance => papers is null
                ? null
                : await papers.FindAsync(x, type, id, await ZoneAsync(x, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false),
            _ => await LineAsync(x, type, id, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>Resources of a type, newest dispensation, stay or report first; a page is what belongs to one page of those.</summary>
    /// <exception cref="Clinic.Dispensing.DispensingException">The actor may not read.</exception>
    public async Task<FhirBundle> ListAsync(CommandContext x, FhirType type, FhirQuery query, PageRequest page, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(query);
        if (type == FhirType.Medication) return await MedicationsAsync(x.Tenant, page, cancellationToken).ConfigureAwait(false);
        if (type is FhirType.Encounter or FhirType.ChargeItem or FhirType.Invoice)
            return stays is null ? new([], null) : await stays.ListAsync(x, type, query, page, cancellationToken).ConfigureAwait(false);
        if (type is FhirType.Composition or FhirType.DocumentReference or FhirType.Consent or FhirType.Provenance)
            return papers is null ? new([], null) : await papers.ListAsync(x, type, query, await ZoneAsync(x, cancellationToken).ConfigureAwait(false), page, cancellationToken).ConfigureAwait(false);
        if (type is FhirType.SupplyRequest or FhirType.SupplyDelivery)
        {
            // Supplies between departments know no patient.
            return supplies is null || query.Patient is not null || query.Encounter is not null
                ? new([], null)
                : await supplies.ListAsync(x, type, await ZoneAsync(x, cancellationToken).ConfigureAwait(false), page, cancellationToken).ConfigureAwait(false);
        }

        var found = await inquiries.ListAsync(x, new() { Patient = query.Patient, Encounter = query.Encounter }, page, cancellationToken).ConfigureAwait(false);
        await NoteAsync(x, found.Items, cancellationToken).ConfigureAwait(false);
        var zone = await ZoneAsync(x, cancellationToken).ConfigureAwait(false);
        var resources = new List<JsonObject>();
        foreach (var dispensation in found.Items)
        {
            var d = dispensation.ToSnapshot();
            if (type == FhirType.MedicationAdministration) resources.AddRange(await AdministrationsAsync(x.Tenant, d, zone, cancellationToken).ConfigureAwait(false));
            else resources.AddRange(d.Lines.Select(l => Line(type, d, l, zone)).OfType<JsonObject>());
        }

        return new(resources, found.Next);
    }

    private async Task<JsonObject?> LineAsync(CommandContext x, FhirType type, string id, CancellationToken ct)
    {
        if (!FhirIds.TryLine(id, out var dispensation, out var number)) return null;
        if (await inquiries.FindAsync(x, dispensation, ct).ConfigureAwait(false) is not { } found) return null;
        var d = found.ToSnapshot();
        var line = d.Lines.FirstOrDefault(l => l.Number == number);
        var resource = line is null ? null : Line(type, d, line, await ZoneAsync(x, ct).ConfigureAwait(false));
        if (resource is not null) await NoteAsync(x, [found], ct).ConfigureAwait(false);
        return resource;
    }

    private JsonObject? Line(FhirType type, DispensationSnapshot d, DispensationLine line, DateTimeZone zone) => type == FhirType.MedicationRequest
        ? RequestMapping.Of(d, line, zone, options.Value)
        : DispenseMapping.Of(d, line, zone, options.Value);

    private async Task<JsonObject?> AdministrationAsync(CommandContext x, string id, CancellationToken ct)
    {
        if (!DoseId.TryParse(id, out var dose) || await doses.FindAsync(x.Tenant, dose, ct).ConfigureAwait(false) is not { } entry) return null;
        if (await inquiries.FindAsync(x, entry.Dispensation, ct).ConfigureAwait(false) is not { } found) return null;
        var reversed = await doses.ReversalOfAsync(x.Tenant, dose, ct).ConfigureAwait(false) is not null;
        var resource = AdministrationMapping.Of(found.ToSnapshot(), entry, reversed, await ZoneAsync(x, ct).ConfigureAwait(false), options.Value);
        if (resource is not null) await NoteAsync(x, [found], ct).ConfigureAwait(false);
        return resource;
    }

    private async Task<IEnumerable<JsonObject>> AdministrationsAsync(TenantId tenant, DispensationSnapshot d, DateTimeZone zone, CancellationToken ct)
    {
        if (d.Target.Patient is null || d.HandOvers.Count == 0) return [];
        var log = await Pages.AllAsync(p => doses.ListAsync(tenant, d.Id, p, ct)).ConfigureAwait(false);
        var reversed = log.Select(e => e.Reverses).OfType<DoseId>().ToHashSet();
        return log.Select(e => AdministrationMapping.Of(d, e, reversed.Contains(e.Id), zone, options.Value)).OfType<JsonObject>();
    }

    private async Task<JsonObject?> MedicationAsync(TenantId tenant, string id, CancellationToken ct)
    {
        var lot = LotId.TryParse(id, out var lotId) ? await lots.FindAsync(tenant, lotId, ct).ConfigureAwait(false) : null;
        var presentationId = lot?.Presentation ?? (PresentationId.TryParse(id, out var p) ? p : default);
        if (presentationId == default || await presentations.FindAsync(tenant, presentationId, ct).ConfigureAwait(false) is not { } presentation) return null;
        var medication = await medications.FindAsync(tenant, presentation.Medication, ct).ConfigureAwait(false);
        return medication is null ? null : MedicationMapping.Of(medication.ToSnapshot(), presentation.ToSnapshot(), lot?.ToSnapshot(), options.Value);
    }

    private async Task<FhirBundle> MedicationsAsync(TenantId tenant, PageRequest page, CancellationToken ct)
    {
        var found = await presentations.ListAsync(tenant, null, null, page, ct).ConfigureAwait(false);
        var resources = new List<JsonObject>();
        foreach (var presentation in found.Items)
        {
            if (await medications.FindAsync(tenant, presentation.Medication, ct).ConfigureAwait(false) is { } medication)
                resources.Add(MedicationMapping.Of(medication.ToSnapshot(), presentation.ToSnapshot(), null, options.Value));
        }

        return new(resources, found.Next);
    }

    private Task NoteAsync(CommandContext x, IEnumerable<Dispensation> seen, CancellationToken ct) =>
        reads.NoteAsync(x, Seen, seen.Select(d => d.Target.Patient).OfType<PatientId>(), ct);

    private async Task<DateTimeZone> ZoneAsync(CommandContext x, CancellationToken ct) =>
        (await sites.FindSiteAsync(x.Tenant, x.Site, ct).ConfigureAwait(false))?.Zone ?? throw new ArgumentException("The context names a site that does not exist.", nameof(x));
}
