using Clinic.Abstractions;

namespace Clinic.Pharmacy;

public static partial class PharmacyRules
{
    /// <summary>No price list of this id is stored.</summary>
    public const string PriceListUnknown = "PHA801";

    /// <summary>No special price of this id is stored.</summary>
    public const string SpecialPriceUnknown = "PHA802";

    /// <summary>No tax group of this code is stored.</summary>
    public const string TaxGroupUnknown = "PHA803";

    /// <summary>Two price lists of one segment, site and currency hold on the same date.</summary>
    public const string PriceListsOverlap = "PHA804";

    /// <summary>Two special prices for one buyer and product hold on the same date.</summary>
    public const string SpecialPricesOverlap = "PHA805";

    /// <summary>No price is in force for the product, segment and date.</summary>
    public const string PriceMissing = "PHA806";

    /// <summary>Packs are priced, but nothing prices what is left over.</summary>
    public const string PriceRestUncovered = "PHA807";

    /// <summary>The price follows the cost, and no cost of lots is known.</summary>
    public const string PriceNeedsCost = "PHA808";

    /// <summary>Prices, special prices and costs are in different currencies.</summary>
    public const string CurrencyMixed = "PHA809";

    /// <summary>A tax, margin, markup or discount is outside what it may be.</summary>
    public const string RateOutOfRange = "PHA810";

    /// <summary>A price or floor is zero, negative, too fine or too large.</summary>
    public const string PriceAmountInvalid = "PHA811";

    /// <summary>A fixed price is below its own floor.</summary>
    public const string PriceBelowFloor = "PHA812";

    /// <summary>A change would hold before today or before the last change.</summary>
    public const string PriceDateTooEarly = "PHA813";

    /// <summary>A change of prices needs two people, and there is one.</summary>
    public const string SecondPersonMissing = "PHA814";

    /// <summary>A list names the same price twice.</summary>
    public const string PriceEntryTwice = "PHA815";

    /// <summary>The tax group has no rate on the date.</summary>
    public const string TaxRateMissing = "PHA816";

    /// <summary>The special price has ended already.</summary>
    public const string SpecialPriceEnded = "PHA817";

    /// <summary>The lots do not add up to the quantity.</summary>
    public const string LotPartsDiffer = "PHA818";

    /// <summary>The amount of a line is larger than any line may be.</summary>
    public const string PriceLineTooLarge = "PHA819";

    private static IEnumerable<RuleText> PricesTexts() =>
    [
        new(PriceListUnknown, RuleKind.NotFound,
            "The price list {list} is not stored.",
            "La lista de precios {list} no está registrada."),
        new(SpecialPriceUnknown, RuleKind.NotFound,
            "The special price {special} is not stored.",
            "El precio especial {special} no está registrado."),
        new(TaxGroupUnknown, RuleKind.NotFound,
            "The tax group {group} is not stored.",
            "El grupo de impuesto {group} no está registrado."),
        new(PriceListsOverlap, RuleKind.Conflict,
            "The price lists {list} and {other} are both for {segment} on {date}; end one of them first.",
            "Las listas de precios {list} y {other} rigen ambas para {segment} el {date}; termine antes una de ellas."),
        new(SpecialPricesOverlap, RuleKind.Conflict,
            "The special prices {special} and {other} both hold for {presentation} on {date}; end one of them first.",
            "Los precios especiales {special} y {other} rigen ambos para {presentation} el {date}; termine antes uno de ellos."),
        new(PriceMissing, RuleKind.Refused,
            "No price of {presentation} for {segment} is in force on {date}.",
            "No hay un precio de {presentation} para {segment} vigente el {date}."),
        new(PriceRestUncovered, RuleKind.Refused,
            "Of {presentation}, {found} base units fit no pack that has a price; add a price per unit or ask for whole packs.",
            "De {presentation}, {found} unidades base no caben en ningún envase con precio; agregue un precio por unidad o pida envases completos."),
        new(PriceNeedsCost, RuleKind.Refused,
            "The price of {presentation} follows the cost of its lots, and no cost is known.",
            "El precio de {presentation} depende del costo de sus lotes, y no se conoce ningún costo."),
        new(CurrencyMixed, RuleKind.Refused,
            "The currency {found} does not mix with {allowed}.",
            "La moneda {found} no se mezcla con {allowed}."),
        new(RateOutOfRange, RuleKind.Malformed,
            "The rate {field} is {found} %; allowed is {allowed} %.",
            "La tasa {field} es {found} %; se admite {allowed} %."),
        new(PriceAmountInvalid, RuleKind.Malformed,
            "A price of {found} is not possible; allowed is {allowed}.",
            "Un precio de {found} no es posible; se admite {allowed}."),
        new(PriceBelowFloor, RuleKind.Refused,
            "The price {found} of {presentation} is below its floor {allowed}.",
            "El precio {found} de {presentation} está por debajo de su mínimo {allowed}."),
        new(PriceDateTooEarly, RuleKind.Refused,
            "A change of prices may hold from {allowed} on, not from {found}; what was charged stays as it was.",
            "Un cambio de precios puede regir desde el {allowed}, no desde el {found}; lo ya cobrado queda como estaba."),
        new(SecondPersonMissing, RuleKind.Refused,
            "One person prepares a change of prices and another approves it; {found} did both or may not prepare.",
            "Una persona prepara un cambio de precios y otra lo aprueba; {found} hizo ambas cosas o no puede prepararlo."),
        new(PriceEntryTwice, RuleKind.Malformed,
            "The list {list} names the same price twice.",
            "La lista {list} contiene dos veces el mismo precio."),
        new(TaxRateMissing, RuleKind.Refused,
            "The tax group {group} has no rate on {date}.",
            "El grupo de impuesto {group} no tiene tasa el {date}."),
        new(SpecialPriceEnded, RuleKind.Refused,
            "The special price {special} ends on {found} already.",
            "El precio especial {special} ya termina el {found}."),
        new(LotPartsDiffer, RuleKind.Malformed,
            "The lots hold {found} base units and the line {asked}.",
            "Los lotes suman {found} unidades base y la línea {asked}."),
        new(PriceLineTooLarge, RuleKind.Refused,
            "The amount of a line of {presentation} is over {allowed}.",
            "El importe de una línea de {presentation} supera {allowed}."),
    ];
}
