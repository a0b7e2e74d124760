namespace Clinic.Dispensing.Tests.Spoken;

/// <summary>Writes numbers below a million as they are said in English.</summary>
internal static class EnglishSpeller
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    public static string Spell(int number, bool withAnd) => number switch
    {
        < 20 => Small[number],
        < 100 => Tens[number / 10] + (number % 10 == 0 ? "" : "-" + Small[number % 10]),
        < 1000 => Small[number / 100] + " hundred" + Rest(number % 100, withAnd, isLast: true),
        _ => Spell(number / 1000, withAnd) + " thousand" + Rest(number % 1000, withAnd, isLast: number % 1000 < 100),
    };

    private static string Rest(int number, bool withAnd, bool isLast) => number == 0 ? "" : (withAnd && isLast ? " and " : " ") + Spell(number, withAnd);
}
