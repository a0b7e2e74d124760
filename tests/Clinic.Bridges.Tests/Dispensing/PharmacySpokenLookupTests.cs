using Clinic.Abstractions;
using Clinic.Bridges.Dispensing;
using Clinic.Dispensing.Spoken;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Testing.Wards;

namespace Clinic.Bridges.Tests.Dispensing;

public class PharmacySpokenLookupTests
{
    private static CancellationToken Stop => SpokenWard.Stop;

    [Theory]
    [InlineData(SpokenWard.Sentence)]
    [InlineData("REGISTRAR ENTREGA DE UNA AMPOLLA DE FENTANILO PARA PACIENTE JOSE MUNOZ DOSIS 50 MCG")]
    [InlineData("record handover of 1 ampoule of fentanilo for patient Jose Munoz, dose 50 mcg")]
    [InlineData("registrar entrega de 1 ampolla de fentanilo para paciente 0912345678, dosis 50 mcg")]
    public async Task A_hand_over_is_understood(string sentence)
    {
        var ward = await SpokenWard.OpenAsync();

        var understood = Assert.IsType<SpokenResult.Understood>(await ward.SayAsync(sentence));

        var command = Assert.IsType<SpokenCommand.HandOver>(understood.Command);
        Assert.Equal((ward.World.Patient, ward.World.Ampoule), (command.Patient, command.Presentation));
        Assert.Equal((new Quantity(1, UnitCode.Ampoule), new Quantity(50, new("ug"))), (command.Quantity, command.Dose));
        Assert.Contains("José Muñoz", understood.Confirmation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dose_that_the_ampoule_cannot_hold_is_impossible()
    {
        var ward = await SpokenWard.OpenAsync();

        var impossible = Assert.IsType<SpokenResult.Impossible>(await ward.SayAsync(SpokenWard.Sentence.Replace("50 mcg", "150 mcg", StringComparison.Ordinal)));

        Assert.Equal("DSP715", Assert.Single(impossible.Failures).Code);
    }

    [Fact]
    public async Task Of_two_patients_of_one_name_one_must_be_chosen()
    {
        var ward = await SpokenWard.OpenAsync();
        var other = await ward.RegisterAsync("José Muñóz", "17");

        var doubt = Assert.Single(Assert.IsType<SpokenResult.Ambiguous>(await ward.SayAsync(SpokenWard.Sentence)).Doubts);

        Assert.Equal(SpokenSlot.Patient, doubt.Slot);
        Assert.Equal(new HashSet<Guid?> { ward.World.Patient.Value, other.Value }, doubt.Choices.Select(c => c.Id).ToHashSet());
        var chosen = Assert.IsType<SpokenResult.Understood>(await ward.SayAsync(SpokenWard.Sentence, new SpokenChoices(Patient: other)));
        Assert.Equal(other, chosen.Command.Patient);
    }

    [Theory]
    [InlineData("José Muñoz", "Josefa Inventada", SpokenSlot.Patient, 0)]
    [InlineData("José Muñoz", "José Muñor", SpokenSlot.Patient, 1)]
    [InlineData("fentanilo", "kryptonita", SpokenSlot.Medication, 0)]
    [InlineData("fentanilo", "fentanila", SpokenSlot.Medication, 1)]
    [InlineData("fentanilo", "5fu", SpokenSlot.Medication, 0)]
    public async Task A_name_that_nobody_has_is_unknown_and_near_ones_are_offered(string known, string said, SpokenSlot slot, int near)
    {
        var ward = await SpokenWard.OpenAsync();

        var unknown = Assert.IsType<SpokenResult.Unknown>(await ward.SayAsync(SpokenWard.Sentence.Replace(known, said, StringComparison.Ordinal)));

        var doubt = Assert.Single(unknown.Doubts);
        Assert.Equal((slot, near), (doubt.Slot, doubt.Choices.Count));
    }

    [Fact]
    public async Task A_namesake_behind_a_hundred_others_is_not_left_out()
    {
        var ward = await SpokenWard.OpenAsync();
        await ward.FillAsync(Enumerable.Range(0, 250).Select(i => $"Ajose Munozal {i:000}"), []);
        Assert.IsType<SpokenResult.Understood>(await ward.SayAsync(SpokenWard.Sentence));

        await ward.RegisterAsync("José Muñoz");

        Assert.Equal(2, Assert.Single(Assert.IsType<SpokenResult.Ambiguous>(await ward.SayAsync(SpokenWard.Sentence)).Doubts).Choices.Count);
    }

    [Theory]
    [InlineData("ketamina")]
    [InlineData("Ketalár")]
    public async Task A_product_is_found_by_generic_name_and_brand(string said)
    {
        var ward = await SpokenWard.OpenAsync();
        var medication = await ward.MedicationAsync("Ketamina", "Ketalár", new(500, UnitCode.Milligram), new Quantity(1, UnitCode.Tablet));
        var presentation = await ward.PresentationAsync(medication, "KTM tableta", UnitCode.Tablet);

        var result = await ward.SayAsync($"registrar entrega de 2 tabletas de {said} para paciente José Muñoz, dosis 1 g");

        Assert.Equal(presentation, Assert.IsType<SpokenResult.Understood>(result).Command.Presentation);
    }

    [Fact]
    public async Task Retired_products_and_people_are_not_meant()
    {
        var ward = await SpokenWard.OpenAsync();
        var world = ward.World;
        var medication = await ward.MedicationAsync("Ketamina", null, new(500, UnitCode.Milligram));
        var retired = await ward.PresentationAsync(medication, "Ketamina 500 mg", UnitCode.Tablet);
        var alive = await ward.PresentationAsync(medication, "Ketamina 500 mg", UnitCode.Tablet);
        await world.Get<PresentationCatalogue>().RetireAsync(world.As(WardPeople.Pharmacist), new(retired, 1), Stop);
        const string sentence = "registrar entrega de 2 tabletas de ketamina para paciente José Muñoz, dosis 1 g";
        Assert.Equal(alive, Assert.IsType<SpokenResult.Understood>(await ward.SayAsync(sentence)).Command.Presentation);
        Assert.IsType<SpokenResult.Unknown>(await ward.SayAsync(sentence, new SpokenChoices(Presentation: retired)));

        await world.Get<MedicationCatalogue>().RetireAsync(world.As(WardPeople.Pharmacist), new(medication, 1), Stop);

        Assert.IsType<SpokenResult.Unknown>(await ward.SayAsync(sentence));
        Assert.IsType<SpokenResult.Unknown>(await ward.SayAsync(sentence, new SpokenChoices(Presentation: alive)));
    }

    [Fact]
    public async Task A_waste_names_its_witness()
    {
        var ward = await SpokenWard.OpenAsync();

        var result = await ward.SayAsync("registrar desecho de 1 ml de fentanilo del paciente José Muñoz, motivo sobrante, testigo Carla Ibáñez");

        Assert.Equal(WardPeople.ThirdNurse.Id, Assert.IsType<SpokenCommand.Waste>(Assert.IsType<SpokenResult.Understood>(result).Command).Witness);
        var choices = new SpokenChoices(Witness: WardPeople.FloorNurse.Id);
        var chosen = await ward.SayAsync("registrar desecho de 1 ml de fentanilo del paciente José Muñoz, motivo sobrante, testigo Zzz", choices);
        Assert.Equal(WardPeople.FloorNurse.Id, Assert.IsType<SpokenCommand.Waste>(Assert.IsType<SpokenResult.Understood>(chosen).Command).Witness);
    }

    [Fact]
    public async Task Nothing_of_another_clinic_is_found()
    {
        var ward = await SpokenWard.OpenAsync();
        var lookup = ward.World.Get<ISpokenLookup>();
        var elsewhere = new TenantId(Guid.CreateVersion7());

        Assert.Empty(await lookup.SearchPatientsAsync(elsewhere, ["jose", "munoz"], Stop));
        Assert.Empty(await lookup.SearchPresentationsAsync(elsewhere, ["fentanilo"], Stop));
        Assert.Empty(await lookup.SearchPeopleAsync(elsewhere, ["ana"], Stop));
        Assert.Null(await lookup.FindPatientAsync(elsewhere, ward.World.Patient, Stop));
        Assert.Null(await lookup.FindPresentationAsync(elsewhere, ward.World.Ampoule, Stop));
        Assert.Null(await lookup.FindPersonAsync(elsewhere, WardPeople.Nurse.Id, Stop));
    }

    [Fact]
    public async Task Among_thousands_only_those_of_the_name_are_read()
    {
        var ward = await SpokenWard.OpenAsync();
        await ward.FillAsync(Enumerable.Range(0, 5000).Select(i => $"{Word(i)} {Word(i * 7)}"), Enumerable.Range(0, 2000).Select(Word));
        var world = ward.World;
        var counted = new CountedStores(world.Get<IMedicationStore>(), world.Get<IPresentationStore>(), world.Get<IPatientDirectory>());

        var result = await ward.SayAsync(SpokenWard.Sentence, lookup: new PharmacySpokenLookup(counted, counted, counted, world.Get<IPersonDirectory>()));

        Assert.IsType<SpokenResult.Understood>(result);
        Assert.InRange(counted.Calls, 3, 6);
        Assert.InRange(counted.Given, 2, 20);
    }

    // Pronounceable, and each number another word.
    private static string Word(int number)
    {
        const string first = "bcdfglmnprst";
        const string second = "aeiou";
        var word = "";
        for (var n = number + 1; n > 0; n /= 60) word += $"{first[n % 12]}{second[n % 5]}";
        return $"{word}dina";
    }
}
