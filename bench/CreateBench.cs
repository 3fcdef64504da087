namespace PartnershipTracker.Bench;

/// <summary>An officer creates a commitment over HTTP.</summary>
internal static class CreateBench
{
    private const double Goal = 0.6;

    public static async Task RunAsync(BenchOptions options, int commitments, Results results)
    {
        var database = await DatabaseGenerator.GetAsync(options, commitments);
        await HttpBench.RunAsync(database, "create", "a commitment", Goal, commitments, results, CallOf);
    }

    private static HttpCall CallOf(string key, Guid organization, Guid partnership) =>
        new(
            "/api/v1/commitments",
            key,
            $$"""
            {
              "partnershipId": "{{partnership}}", "organizationId": "{{organization}}",
              "title": "Train 1,200 community health workers in palliative care by 2030",
              "description": "What is committed, to whom and how it will be known: two or three sentences, of about this length.",
              "pillar": "capacityStrengthening", "themes": ["nonCommunicableDiseases"], "sdgTargets": ["3.4", "17.9"],
              "countryCodes": ["KE", "BD"], "startDate": "2027-01-01", "dueDate": "2030-06-30", "reportingFrequency": "quarterly",
              "measure": {
                "indicator": "Workers trained", "unit": "workers", "baseline": 0, "baselineDate": "2026-01-01", "target": 1200,
                "meansOfVerification": "Register of the ministry"
              },
              "milestones": [
                { "title": "The first 400", "dueDate": "2028-03-31", "weight": 1 },
                { "title": "The second 400", "dueDate": "2029-03-31", "weight": 1 }
              ],
              "funding": { "amount": 250000, "currency": "USD" }, "targetGroup": "Community health workers", "risks": "Trainers may leave."
            }
            """
        );
}
