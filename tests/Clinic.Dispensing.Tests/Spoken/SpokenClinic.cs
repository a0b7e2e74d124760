using System.Globalization;
using Clinic.Abstractions;
using Clinic.Dispensing.Spoken;

namespace Clinic.Dispensing.Tests.Spoken;

/// <summary>A small clinic whose patients, medicines and people have fixed ids.</summary>
public sealed class SpokenClinic
{
    public static readonly TenantId Tenant = new(Id(1));
    public static readonly TenantId OtherTenant = new(Id(2));
    public static readonly PersonId Speaker = new(Id(10));
    public static readonly PersonId AnaRuiz = new(Id(11));
    public static readonly PatientId JuanPerez = new(Id(100));
    public static readonly PatientId MariaLopez = new(Id(101));
    public static readonly PatientId AnaNunez = new(Id(102));
    public static readonly PatientId OtherAnaNunez = new(Id(103));
    public static readonly PatientId JohnSmith = new(Id(104));
    public static readonly PatientId PedroVera = new(Id(105));
    public static readonly PatientId PedroJoseVera = new(Id(106));
    public static readonly PatientId JuanMunoz = new(Id(107));
    public static readonly PresentationId Fentanyl = new(Id(200));
    public static readonly PresentationId Paracetamol500 = new(Id(201));
    public static readonly PresentationId Paracetamol1000 = new(Id(202));
    public static readonly PresentationId ParacetamolSyrup = new(Id(203));
    public static readonly PresentationId Morphine = new(Id(204));
    public static readonly PresentationId Glargine = new(Id(205));
    public static readonly PresentationId AspirinBrand = new(Id(206));
    public static readonly PresentationId AspirinGeneric = new(Id(207));
    public static readonly PresentationId Saline = new(Id(208));
    public static readonly PresentationId VitaminA = new(Id(209));
    public static readonly PresentationId Bicarbonate = new(Id(210));
    public static readonly PresentationId Diazepam = new(Id(211));
    public static readonly Guid Session = Id(900);

    public SpokenClinic()
    {
        Lookup.Put(Tenant, new SpokenPatient(JuanPerez, "Juan Pérez", ["1712345678"]));
        Lookup.Put(Tenant, new SpokenPatient(MariaLopez, "María Fernanda López de la Torre"));
        Lookup.Put(Tenant, new SpokenPatient(AnaNunez, "Ana Núñez"));
        Lookup.Put(Tenant, new SpokenPatient(OtherAnaNunez, "Ana Nuñez"));
        Lookup.Put(Tenant, new SpokenPatient(JohnSmith, "John Smith"));
        Lookup.Put(Tenant, new SpokenPatient(PedroVera, "Pedro Vera"));
        Lookup.Put(Tenant, new SpokenPatient(PedroJoseVera, "Pedro José Vera"));
        Lookup.Put(Tenant, new SpokenPatient(JuanMunoz, "Juan Muñoz"));
        Lookup.Put(OtherTenant, new SpokenPatient(new(Id(199)), "Elena Salas"));
        Put(Fentanyl, "Fentanilo 0,1 mg/2 mL ampolla", UnitCode.Ampoule, ["fentanilo", "fentanyl"], new(2, UnitCode.Millilitre), new(new(0.1m, UnitCode.Milligram), new(2, UnitCode.Millilitre)));
        Put(Paracetamol500, "Paracetamol 500 mg tableta", UnitCode.Tablet, null, null, new(new(500, UnitCode.Milligram)));
        Put(Paracetamol1000, "Paracetamol 1 g tableta", UnitCode.Tablet, null, null, new(new(1, new("g"))));
        Put(ParacetamolSyrup, "Paracetamol 120 mg/5 mL jarabe", UnitCode.Millilitre, ["paracetamol", "paracetamol jarabe", "paracetamol syrup"], null, new(new(120, UnitCode.Milligram), new(5, UnitCode.Millilitre)));
        Put(Morphine, "Morfina clorhidrato 10 mg/mL ampolla", UnitCode.Ampoule, ["morfina", "morphine"], new(1, UnitCode.Millilitre), new(new(10, UnitCode.Milligram), new(1, UnitCode.Millilitre)));
        Put(Glargine, "Insulina glargina 100 UI/mL frasco", new("{vial}"), ["insulina glargina", "Lantus", "insulin glargine"], new(10, UnitCode.Millilitre), new(new(100, new("[iU]")), new(1, UnitCode.Millilitre)));
        Put(AspirinBrand, "Aspirina 100 mg tableta", UnitCode.Tablet, ["ácido acetilsalicílico"], null, new(new(100, UnitCode.Milligram)));
        Put(AspirinGeneric, "Ácido acetilsalicílico 100 mg tableta", UnitCode.Tablet, ["aspirina"], null, new(new(100, UnitCode.Milligram)));
        Put(Saline, "Cloruro de sodio 0,9 % 1000 mL funda", new("{bag}"), ["cloruro de sodio", "solución salina", "saline"], new(1000, UnitCode.Millilitre), null);
        Put(VitaminA, "Vitamina A 50000 UI cápsula", UnitCode.Capsule, ["vitamina A"], null, new(new(50_000, new("[iU]"))));
        Put(Bicarbonate, "Bicarbonato de sodio 8,4 % ampolla", UnitCode.Ampoule, ["bicarbonato de sodio"], new(10, UnitCode.Millilitre), null);
        Put(Diazepam, "Diazepam 10 mg tableta", UnitCode.Tablet, ["diazepam"], null, new(new(10, UnitCode.Milligram)));
        Lookup.Put(Tenant, new SpokenPerson(AnaRuiz, "Ana Ruiz"));
        Lookup.Put(Tenant, new SpokenPerson(Speaker, "Luis Torres"));
    }

    public InMemorySpokenLookup Lookup { get; } = new();

    public SpokenOptions Options { get; } = new();

    public Task<SpokenResult> Say(string text, SpokenChoices? choices = null, SpokenLanguage? language = null, Guid? session = null, TenantId? tenant = null) =>
        new SpokenInterpreter(Lookup, Microsoft.Extensions.Options.Options.Create(Options))
            .InterpretAsync(new(tenant ?? Tenant, Speaker, session ?? Session, text, language, choices), TestContext.Current.CancellationToken);

    public static Guid Id(int number) => Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"00000000-0000-7000-8000-{number:D12}"));

    private void Put(PresentationId id, string name, UnitCode unit, string[]? others, Quantity? content, SpokenStrength? strength) =>
        Lookup.Put(Tenant, new SpokenPresentation(id, name, unit, others, content, strength));
}
