using System.Collections.Frozen;

namespace Clinic.Transcription.Drafting.Offline;

/// <summary>Shifts English speech to the third person with agreement, and writes contractions out; no other words change.</summary>
internal static class EnglishPerson
{
    private const string Patient = "the patient";

    private static readonly FrozenDictionary<string, string> Contractions = Pairs(
        "don't=do not|doesn't=does not|didn't=did not|isn't=is not|aren't=are not|wasn't=was not|weren't=were not|haven't=have not|hasn't=has not|hadn't=had not|can't=cannot|couldn't=could not|won't=will not|wouldn't=would not|shouldn't=should not|"
        + "it's=it is|that's=that is|there's=there is|what's=what is|he's=he is|she's=she is|they're=they are|they've=they have|we're=we are|we've=we have|we'll=we will|it'll=it will|that'll=that will|gonna=going to|wanna=want to|lemme=let me|let's=let us|gotta=have to|'cause=because");

    // Verbs whose form with "the patient" differs.
    private static readonly FrozenDictionary<string, string> Singular = Pairs(
        "have=has|am=is|are=is|were=was|do=does|take=takes|get=gets|feel=feels|need=needs|want=wants|think=thinks|know=knows|smoke=smokes|drink=drinks|live=lives|work=works|wake=wakes|see=sees|check=checks|go=goes|eat=eats|sleep=sleeps|use=uses|try=tries|like=likes|tend=tends|say=says|come=comes|walk=walks|notice=notices|remember=remembers|exercise=exercises|keep=keeps|give=gives|put=puts|make=makes|start=starts|rarely=rarely");

    private static readonly FrozenSet<string> Family = "mom,mum,dad,mother,father,brother,sister,wife,husband,son,daughter,grandmother,grandfather,aunt,uncle,family,parents,kids,dog,boyfriend,girlfriend,partner,doctor,pcp,job,name,own".Split(',').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Dropped = "okay,ok,alright,uh,um,mm,hmm".Split(',').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> BeforeObject = "have,let,see,put,give,get,ask,for,to,with,of,send,help,call,refer,want,need,like,start,on,around,about,from,told,tell,bring,make,wants,had,made".Split(',').ToFrozenSet(StringComparer.Ordinal);

    public static List<Wording.Part> Shift(List<Wording.Part> parts, bool byPhysician)
    {
        var shifted = new List<Wording.Part>(parts.Count + 8);
        var named = false;
        for (var i = 0; i < parts.Count; i++)
        {
            var word = parts[i].Word;
            if (parts[i].IsMark || Dropped.Contains(word))
            {
                if (parts[i].IsMark) shifted.Add(parts[i]);
                continue;
            }

            var previous = shifted.Count > 0 ? shifted[^1].Word : "";
            var next = i + 1 < parts.Count ? parts[i + 1].Word : "";
            if (byPhysician && word is "i'm" or "we're" && next is "gonna" or "going")
            {
                var two = next == "gonna" ? 1 : 2;
                if (two == 1 || (i + 2 < parts.Count && parts[i + 2].Word == "to"))
                {
                    Add(shifted, "we");
                    Add(shifted, "will");
                    i += two;
                    continue;
                }
            }

            var subject = Subject(word, byPhysician);
            if (subject is { } verb)
            {
                var isObject = word == "you" && BeforeObject.Contains(previous);
                // A second subject behind "and" is the same one.
                if (previous == "patient" && !isObject) { }
                else if (named && previous is "and" or "but" or "then" && verb.Length + next.Length > 0 && !isObject) { }
                else
                {
                    foreach (var piece in Patient.Split(' ')) Add(shifted, piece);
                    named = true;
                }

                if (verb.Length > 0)
                {
                    if (verb != "has" || next != "got") Add(shifted, verb);
                    else Add(shifted, "has");
                }
                else if (!isObject && Agree(parts, i + 1, shifted)) i++;
                continue;
            }

            if (word == (byPhysician ? "your" : "my"))
            {
                Add(shifted, "the");
                if (Family.Contains(next)) Add(shifted, "patient's");
            }
            else if (word == (byPhysician ? "yours" : "mine")) Add(shifted, "the patient's");
            else if ((!byPhysician && word is "me" or "myself") || (byPhysician && word == "yourself")) Add(shifted, Patient);
            else if (Contractions.TryGetValue(word, out var full)) Add(shifted, full);
            else if (word == "i" || word.StartsWith("i'", StringComparison.Ordinal)) Add(shifted, I(word));
            else shifted.Add(parts[i]);
        }

        return shifted;
    }

    // The verb that a contracted subject carries; empty for the bare pronoun; null for other words.
    private static string? Subject(string word, bool byPhysician) => (byPhysician, word) switch
    {
        (false, "i") or (true, "you") => "",
        (false, "i'm") or (true, "you're") => "is",
        (false, "i've") or (true, "you've") => "has",
        (false, "i'd") or (true, "you'd") => "would",
        (false, "i'll") or (true, "you'll") => "will",
        _ => null,
    };

    private static bool Agree(List<Wording.Part> parts, int at, List<Wording.Part> shifted)
    {
        if (at >= parts.Count) return false;
        var word = parts[at].Word;
        if (word is "don't" or "haven't" or "aren't" or "weren't")
        {
            Add(shifted, word switch { "don't" => "does not", "haven't" => "has not", "aren't" => "is not", _ => "was not" });
            return true;
        }

        if (!Singular.TryGetValue(word, out var singular)) return false;
        Add(shifted, singular);
        return true;
    }

    private static string I(string word) => word switch { "i'm" => "I am", "i've" => "I have", "i'd" => "I would", "i'll" => "I will", _ => "I" };

    private static void Add(List<Wording.Part> parts, string text) => parts.Add(new(text, text, false, false));

    private static FrozenDictionary<string, string> Pairs(string text) =>
        text.Split('|').Select(p => p.Split('=')).ToFrozenDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
}
