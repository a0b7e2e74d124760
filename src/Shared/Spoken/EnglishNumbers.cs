namespace Clinic.Spoken;

/// <summary>English number words.</summary>
internal static class EnglishNumbers
{
    public static NumberTable Table { get; } = new()
    {
        Digits = NumberTable.Values("zero 0, oh 0, nought 0, one 1, two 2, three 3, four 4, five 5, six 6, seven 7, eight 8, nine 9"),
        Small = NumberTable.Values(
            "one 1, two 2, three 3, four 4, five 5, six 6, seven 7, eight 8, nine 9, ten 10, eleven 11, twelve 12, thirteen 13, fourteen 14, "
            + "fifteen 15, sixteen 16, seventeen 17, eighteen 18, nineteen 19"),
        Tens = NumberTable.Values("twenty 20, thirty 30, forty 40, fourty 40, fifty 50, sixty 60, seventy 70, eighty 80, ninety 90"),
        Hundreds = new Dictionary<string, int>(),
        HundredWord = "hundred",
        RestJoiner = "and",
        Articles = new HashSet<string>(["a", "an"], StringComparer.Ordinal),
        Thousand = "thousand",
        Millions = new HashSet<string>(["million", "millions"], StringComparer.Ordinal),
        DecimalWords = new Dictionary<string, bool>(StringComparer.Ordinal) { ["point"] = false, ["comma"] = true },
        Fractions = new(
        [
            ("half", 0.5m), ("half a", 0.5m), ("half an", 0.5m), ("a half", 0.5m), ("half of a", 0.5m), ("half of an", 0.5m), ("one half", 0.5m),
            ("quarter", 0.25m), ("a quarter", 0.25m), ("one quarter", 0.25m), ("a quarter of a", 0.25m), ("a quarter of an", 0.25m),
            ("one quarter of a", 0.25m), ("one quarter of an", 0.25m), ("quarter of a", 0.25m), ("quarter of an", 0.25m),
            ("three quarters of a", 0.75m), ("three quarters of an", 0.75m), ("three quarters", 0.75m), ("three quarter", 0.75m),
        ]),
        AddedFractions = new([("and a half", 0.5m), ("and one half", 0.5m), ("and a quarter", 0.25m), ("and three quarters", 0.75m)]),
        Ranges = new HashSet<string>(["or", "to"], StringComparer.Ordinal),
        Vague = new(
        [
            ("about", true), ("around", true), ("roughly", true), ("approximately", true), ("almost", true), ("nearly", true), ("some", true),
            ("between", true), ("up to", true), ("at least", true), ("at most", true), ("more than", true), ("less than", true), ("over", true),
            ("under", true), ("another", true),
        ]),
        Minus = new HashSet<string>(["minus", "negative"], StringComparer.Ordinal),
        PerKilogram = new([("per kilo", true), ("per kilogram", true), ("per kg", true), ("a kilo", true), ("per kilogram of body weight", true), ("per kilo of body weight", true), ("per kg of body weight", true)]),
    };
}
