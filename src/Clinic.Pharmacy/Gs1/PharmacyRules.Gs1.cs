using Clinic.Abstractions;

namespace Clinic.Pharmacy;

public static partial class PharmacyRules
{
    /// <summary>A scan cannot be read; a second failure says why, in words.</summary>
    public const string ScanUnreadable = "PHA601";

    /// <summary>The scan holds nothing, or only a prefix and separators.</summary>
    public const string ScanEmpty = "PHA602";

    /// <summary>The text is longer than any GS1 symbol can hold.</summary>
    public const string ScanTooLong = "PHA603";

    /// <summary>The symbology prefix belongs to a symbol without GS1 data.</summary>
    public const string ScanNotGs1 = "PHA604";

    /// <summary>Something else stands where an application identifier must begin or go on.</summary>
    public const string ScanIdentifierExpected = "PHA605";

    /// <summary>The digits name no application identifier of GS1.</summary>
    public const string ScanIdentifierUnknown = "PHA606";

    /// <summary>A value ends before its shortest length is reached.</summary>
    public const string ScanValueTooShort = "PHA607";

    /// <summary>A value runs past its length, as it does without its separator.</summary>
    public const string ScanValueTooLong = "PHA608";

    /// <summary>A character is not allowed in the value where it stands.</summary>
    public const string ScanCharacterNotAllowed = "PHA609";

    /// <summary>A check digit does not fit the digits before it.</summary>
    public const string ScanCheckDigitWrong = "PHA610";

    /// <summary>A month or a day does not exist.</summary>
    public const string ScanDateInvalid = "PHA611";

    /// <summary>The same application identifier stands twice with different values.</summary>
    public const string ScanIdentifierRepeated = "PHA612";

    /// <summary>The text is a product number alone, without an application identifier.</summary>
    public const string ScanPlainGtin = "PHA613";

    /// <summary>The product number consists of zeros only.</summary>
    public const string ScanGtinZero = "PHA614";

    /// <summary>A value goes on with characters of another one: its separator seems missing.</summary>
    public const string ScanSeparatorMissing = "PHA615";

    /// <summary>The scanned product number is not the known one.</summary>
    public const string ScannedGtinDiffers = "PHA616";

    /// <summary>The scanned lot number is not the known one.</summary>
    public const string ScannedLotDiffers = "PHA617";

    /// <summary>The same lot is known with another expiration date than the scanned one.</summary>
    public const string ScannedExpirationDiffers = "PHA618";

    private static IEnumerable<RuleText> Gs1Texts() =>
    [
        new(ScanUnreadable, RuleKind.Malformed,
            "The scan cannot be read at character {position} ({reason}).",
            "No se puede leer el código escaneado en el carácter {position} ({reason})."),
        new(ScanEmpty, RuleKind.Malformed,
            "The scan holds no data.",
            "El código escaneado no contiene datos."),
        new(ScanTooLong, RuleKind.Malformed,
            "The text goes on after character {allowed}; no GS1 symbol is that long.",
            "El texto sigue después del carácter {allowed}; ningún símbolo GS1 es tan largo."),
        new(ScanNotGs1, RuleKind.Malformed,
            "The symbology prefix at character {position} is not one of GS1; allowed is {allowed}.",
            "El prefijo de simbología en el carácter {position} no es de GS1; se admite {allowed}."),
        new(ScanIdentifierExpected, RuleKind.Malformed,
            "An application identifier is expected, but character {position} is no part of one; allowed is {allowed}.",
            "Se espera un identificador de aplicación, pero el carácter {position} no forma parte de uno; se admite {allowed}."),
        new(ScanIdentifierUnknown, RuleKind.Malformed,
            "The application identifier ({identifier}) at character {position} is not known.",
            "No se conoce el identificador de aplicación ({identifier}) en el carácter {position}."),
        new(ScanValueTooShort, RuleKind.Malformed,
            "The value of ({identifier}) ends before character {position}; its length must be {allowed}.",
            "El valor de ({identifier}) termina antes del carácter {position}; su longitud debe ser {allowed}."),
        new(ScanValueTooLong, RuleKind.Malformed,
            "The value of ({identifier}) goes on at character {position}, but its length must be {allowed}; a separator (FNC1) may be missing.",
            "El valor de ({identifier}) sigue en el carácter {position}, pero su longitud debe ser {allowed}; puede faltar un separador (FNC1)."),
        new(ScanCharacterNotAllowed, RuleKind.Malformed,
            "Character {position} is {found}, which is not allowed in ({identifier}); allowed is {allowed}.",
            "El carácter {position} es {found}, que no se admite en ({identifier}); se admite {allowed}."),
        new(ScanCheckDigitWrong, RuleKind.Malformed,
            "The check digit of ({identifier}) at character {position} is {found}, but the other digits give {allowed}; a digit was misread.",
            "El dígito de control de ({identifier}) en el carácter {position} es {found}, pero los demás dígitos dan {allowed}; se leyó mal un dígito."),
        new(ScanDateInvalid, RuleKind.Malformed,
            "The date of ({identifier}) does not exist; see character {position}; allowed is {allowed}.",
            "La fecha de ({identifier}) no existe; vea el carácter {position}; se admite {allowed}."),
        new(ScanIdentifierRepeated, RuleKind.Malformed,
            "({identifier}) stands a second time at character {position}, with another value.",
            "({identifier}) aparece por segunda vez en el carácter {position}, con otro valor."),
        new(ScanPlainGtin, RuleKind.Malformed,
            "This looks like a product number (GTIN) alone, without an application identifier.",
            "Parece un número de producto (GTIN) solo, sin identificador de aplicación."),
        new(ScanGtinZero, RuleKind.Malformed,
            "The product number of ({identifier}) at character {position} consists of zeros only.",
            "El número de producto de ({identifier}) en el carácter {position} solo contiene ceros."),
        new(ScanSeparatorMissing, RuleKind.Malformed,
            "Character {position} is {found}, but ({identifier}) allows {allowed}; a separator (FNC1) may be missing before it.",
            "El carácter {position} es {found}, pero ({identifier}) admite {allowed}; puede faltar un separador (FNC1) antes."),
        new(ScannedGtinDiffers, RuleKind.Refused,
            "The scan shows the product {scanned}, but {known} is known.",
            "El código escaneado indica el producto {scanned}, pero consta {known}."),
        new(ScannedLotDiffers, RuleKind.Refused,
            "The scan shows the lot {scanned}, but {known} is known.",
            "El código escaneado indica el lote {scanned}, pero consta {known}."),
        new(ScannedExpirationDiffers, RuleKind.Refused,
            "The scan shows that the lot {lot} expires on {scanned}, but {known} is known.",
            "El código escaneado indica que el lote {lot} caduca el {scanned}, pero consta {known}."),
    ];
}
