using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Dispensing.Spoken;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Testing.Wards;

namespace Clinic.Bridges.Tests.Dispensing;

/// <summary>The wards of the test clinic, to whom somebody speaks.</summary>
public sealed class SpokenWard(WardWorld world)
{
    public const string Sentence = "registrar entrega de 1 ampolla de fentanilo para paciente José Muñoz, dosis 50 mcg";

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public WardWorld World => world;

    public static async Task<SpokenWard> OpenAsync() => new(await WardWorld.InMemoryAsync(Stop));

    public Task<SpokenResult> SayAsync(string sentence, SpokenChoices? choices = null, ISpokenLookup? lookup = null) =>
        (lookup is null ? world.Get<SpokenInterpreter>() : new SpokenInterpreter(lookup, Microsoft.Extensions.Options.Options.Create(new SpokenOptions())))
            .InterpretAsync(new(world.Tenant, WardPeople.SecondNurse.Id, new Guid("00000000-0000-7000-8000-000000000077"), sentence, null, choices), Stop);

    public async Task<PatientId> RegisterAsync(string name, string? document = null) =>
        (await world.Get<PatientAdministration>().RegisterAsync(
            world.As(WardPeople.Nurse), new RegisterPatient(new(name, document is null ? null : "cedula", document)), Stop)).Patient;

    public async Task<MedicationId> MedicationAsync(string generic, string? brand, Quantity strength, Quantity? per = null) =>
        (await world.Get<MedicationCatalogue>().AddAsync(
            world.As(WardPeople.Pharmacist), new(new($"M-{Guid.NewGuid():N}"[..20], generic, "form", [new("ingredient", strength, per)], brand)), Stop)).Id;

    public async Task<PresentationId> PresentationAsync(MedicationId medication, string name, UnitCode unit) =>
        (await world.Get<PresentationCatalogue>().AddAsync(
            world.As(WardPeople.Pharmacist), new(new(medication, $"P-{Guid.NewGuid():N}"[..20], name, unit)), Stop)).Id;

    /// <summary>Many patients and products in one commit.</summary>
    public Task FillAsync(IEnumerable<string> patients, IEnumerable<string> products) =>
        world.Get<IUnitOfWork>().RunAsync(world.AsSystem(), new Filling(), (unit, _) =>
        {
            var ids = world.Get<IIdGenerator>();
            foreach (var name in patients) world.Get<IPatientStore>().Add(unit, new Patient(ids.Next<PatientId>(), name, null, null, null, [], 1));
            foreach (var name in products)
            {
                var medication = Medication.Restore(new(
                    ids.Next<MedicationId>(), $"M-{name}", name, null, null, null, null, "form", [new(name, new(10, UnitCode.Milligram))],
                    ControlledClass.None, StorageConditions.Unstated, IsRetired: false, Version: 1));
                world.Get<IMedicationStore>().Add(unit, medication);
                world.Get<IPresentationStore>().Add(unit, Presentation.Restore(new(
                    ids.Next<PresentationId>(), medication.Id, $"P-{name}", $"{name} 10 mg tableta", UnitCode.Tablet, 0, [], [], true, null, null, IsRetired: false, Version: 1)));
            }

            unit.Audit("test.filled", new("core.site", world.Site.Id.Value));
            return Task.FromResult("done");
        }, Stop);

    private sealed record Filling : PharmacyCommand<string>
    {
        public override string Name => "test.fill";
    }
}
