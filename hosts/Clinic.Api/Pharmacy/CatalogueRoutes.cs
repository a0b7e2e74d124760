using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Gs1;
using Clinic.Pharmacy.Inquiries;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;

namespace Clinic.Api.Pharmacy;

/// <summary>Medications and presentations.</summary>
internal static class CatalogueRoutes
{
    public static async Task<Page<MedicationSnapshot>> MedicationsAsync(
        Caller caller, string? text, [AsParameters] Paged paged, IMedicationStore store, CancellationToken ct)
    {
        var page = await store.ListAsync(caller.Tenant, TextParameter.Checked("text", text), paged.Request, ct);
        return new([.. page.Items.Select(m => m.ToSnapshot())], page.Next);
    }

    public static async Task<MedicationSnapshot> MedicationAsync(Caller caller, MedicationId medication, IMedicationStore store, HttpContext http, CancellationToken ct)
    {
        var found = await store.FindAsync(caller.Tenant, medication, ct) ?? throw new PharmacyException(PharmacyRules.MedicationUnknown, ("medication", medication));
        ReadVersion.Tell(http, found.Version);
        return found.ToSnapshot();
    }

    public static Task<CatalogueAnswer<MedicationId>> AddMedicationAsync(ClinicCommand command, Body<MedicationData> body, MedicationCatalogue catalogue, CancellationToken ct) =>
        catalogue.AddAsync(command.X, new AddMedication(body.Value), ct);

    public static Task<CatalogueAnswer<MedicationId>> ReviseMedicationAsync(
        ClinicCommand command, MedicationId medication, ReadVersion read, Body<ReviseMedicationRequest> body, MedicationCatalogue catalogue, CancellationToken ct) =>
        catalogue.ReviseAsync(command.X, new ReviseMedication(medication, read.Or(body.Value.Version), body.Value.Data), ct);

    public static Task<CatalogueAnswer<MedicationId>> RetireMedicationAsync(
        ClinicCommand command, MedicationId medication, ReadVersion read, Body<RetireRequest> body, MedicationCatalogue catalogue, CancellationToken ct) =>
        catalogue.RetireAsync(command.X, new RetireMedication(medication, read.Or(body.Value.Version)), ct);

    public static async Task<Page<PresentationSnapshot>> PresentationsAsync(
        Caller caller, MedicationId? medication, string? text, Gtin? gtin, [AsParameters] Paged paged, IPresentationStore store, CancellationToken ct)
    {
        if (gtin is { } carried)
        {
            var one = await store.FindByGtinAsync(caller.Tenant, carried, ct);
            return new(one is null ? [] : [one.ToSnapshot()], null);
        }

        var page = await store.ListAsync(caller.Tenant, medication, TextParameter.Checked("text", text), paged.Request, ct);
        return new([.. page.Items.Select(p => p.ToSnapshot())], page.Next);
    }

    public static async Task<PresentationSnapshot> PresentationAsync(Caller caller, string codeOrId, StockInquiries inquiries, HttpContext http, CancellationToken ct)
    {
        var found = await inquiries.PresentationAsync(caller.Tenant, codeOrId, ct);
        ReadVersion.Tell(http, found.Version);
        return found.ToSnapshot();
    }

    public static Task<CatalogueAnswer<PresentationId>> AddPresentationAsync(ClinicCommand command, Body<PresentationData> body, PresentationCatalogue catalogue, CancellationToken ct) =>
        catalogue.AddAsync(command.X, new AddPresentation(body.Value), ct);

    public static Task<CatalogueAnswer<PresentationId>> RevisePresentationAsync(
        ClinicCommand command, PresentationId presentation, ReadVersion read, Body<RevisePresentationRequest> body, PresentationCatalogue catalogue, CancellationToken ct) =>
        catalogue.ReviseAsync(command.X, new RevisePresentation(presentation, read.Or(body.Value.Version), body.Value.Data), ct);

    public static Task<CatalogueAnswer<PresentationId>> RetirePresentationAsync(
        ClinicCommand command, PresentationId presentation, ReadVersion read, Body<RetireRequest> body, PresentationCatalogue catalogue, CancellationToken ct) =>
        catalogue.RetireAsync(command.X, new RetirePresentation(presentation, read.Or(body.Value.Version)), ct);
}
