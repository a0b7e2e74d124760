using Clinic.Abstractions;

namespace Clinic.Conventions.Tests.Planted;

public static class PlantedRules
{
    public const string Good = "PLA101";
    public const string Textless = "PLA102";
    public const string OneLanguage = "PLA103";
    public const string OtherPlaces = "PLA104";
    public const string Misshapen = "oops";
    public const string Borrowed = "CLN101";

    public static RuleTexts Texts { get; } = new(
    [
        new(Good, RuleKind.Refused, "Found {found}.", "Se encontró {found}."),
        new(OneLanguage, RuleKind.Refused, "English only.", ""),
        new(OtherPlaces, RuleKind.Refused, "Found {found}.", "Se encontró {otro}."),
        new(Misshapen, RuleKind.Refused, "Found.", "Se encontró."),
        new(Borrowed, RuleKind.Refused, "Found.", "Se encontró."),
        new("PLA901", RuleKind.Refused, "No constant.", "Sin constante."),
    ]);
}
